import type { EntityPlan } from "../entity-plan.ts";
import { literal, member } from "../literal.ts";
import type { Declaration, Module } from "../module.ts";
import { imports } from "../module.ts";

/** `hooks/use-<slug>.ts`: reading and changing rows from the browser. */
export function hooksModule({ slug, type, value, views }: EntityPlan): Module {
  const { canCreate, canUpdate, canDelete } = views.form;
  const changes = canCreate || canUpdate;
  const entity = literal(slug);
  const declarations: readonly (Declaration | false)[] = [
    constant(`use${type}Page`, "One page of the list.", [
      "(query: ListQuery) =>",
      `useResource<Page<${type}Row>>(listPath(${entity}, query))`,
    ]),
    constant(`use${type}Row`, "One row.", [`(id: string) =>`, `useResource<${type}Row>(rowPath(${entity}, id))`]),
    constant(`${value}Id`, "The row's part of an address.", [
      `(row: Pick<${type}Row, keyof ${type}Key>): string =>`,
      `joinKey([${views.keyColumns.map((column) => member("row", column)).join(", ")}])`,
    ]),
    constant(`${value}Href`, "Where the row can be seen.", [
      `(row: Pick<${type}Row, keyof ${type}Key>): string =>`,
      `hrefOf({ screen: "detail", entity: ${entity}, id: ${value}Id(row) })`,
    ]),
    canCreate &&
      constant(`create${type}`, "Makes a row; gives its key.", [
        `(input: ${type}Input) =>`,
        `send<Wire<${type}Key>>("POST", ${literal(`/api/${slug}`)}, input)`,
      ]),
    canUpdate &&
      constant(`update${type}`, "Changes the given columns of a row; gives its key.", [
        `(id: string, changes: Partial<${type}Changes>) =>`,
        `send<Wire<${type}Key>>("PATCH", rowPath(${entity}, id), changes)`,
      ]),
    canDelete &&
      constant(`remove${type}`, "Deletes a row.", ["(id: string) =>", `send<null>("DELETE", rowPath(${entity}, id))`]),
  ];
  return {
    path: `hooks/use-${slug}.ts`,
    doc: `Reading and changing ${type} from the browser.`,
    imports: [
      ...imports("@build-it/application-kit", ["ListQuery", "Page", changes && "Wire"], true),
      ...imports("@build-it/application-kit", [
        "hrefOf",
        "joinKey",
        "listPath",
        "rowPath",
        (changes || canDelete) && "send",
        "useResource",
      ]),
      ...imports(
        `../entities/${slug}.ts`,
        [canUpdate && `${type}Changes`, canCreate && `${type}Input`, `${type}Key`, `${type}Row`],
        true,
      ),
    ],
    declarations: declarations.filter((declaration) => declaration !== false),
  };
}

const constant = (name: string, doc: string, lines: readonly string[]): Declaration => ({
  kind: "constant",
  name,
  doc,
  exported: true,
  value: lines.join("\n"),
});
