import type { EntityPlan } from "../entity-plan.ts";
import { literal, member } from "../literal.ts";
import type { Module } from "../module.ts";
import { imports } from "../module.ts";
import { valueElement } from "./value-element.ts";

/** `components/<slug>-list.tsx`: the rows as a table, whole or inside another row's page. */
export function listModule(plan: EntityPlan, slugOf: (entity: string) => string): Module {
  const { slug, type, value, views } = plan;
  const cells = views.list.columns.map((field, index) => ({
    field,
    element: valueElement(field, plan, slugOf, { insideLink: index === 0 }),
  }));
  const usesChoices = cells.some(({ field }) => field.widget === "select");
  const columns = cells.map(({ field, element }) =>
    [
      "{",
      `column: ${literal(field.column)},`,
      `label: ${member(`${value}Labels`, field.column)},`,
      `cell: (row) => ${element.jsx},`,
      "},",
    ].join("\n"),
  );
  const create = views.form.canCreate;
  const isRelated = plan.filters.length > 0;
  return {
    path: `components/${slug}-list.tsx`,
    doc: `The list of ${type}.`,
    imports: [
      ...imports("react", ["useState"]),
      ...imports("@build-it/application-kit", ["Column", "ListQuery"], true),
      ...imports("@build-it/application-kit", [
        ...cells.map(({ element }) => element.component),
        "RowList",
        "firstPage",
        create && "hrefOf",
      ]),
      ...imports(`../entities/${slug}.ts`, [`${type}Row`, isRelated && `${value}FilterColumns`], true),
      ...imports(`../entities/${slug}.ts`, [usesChoices && `${value}Choices`, `${value}Labels`, `${value}Words`]),
      ...imports(`../hooks/use-${slug}.ts`, [`${value}Href`, `${value}Id`, `use${type}Page`]),
    ],
    declarations: [
      {
        kind: "constant",
        name: "columns",
        exported: false,
        type: `readonly Column<${type}Row>[]`,
        value: `[\n${columns.join("\n")}\n]`,
      },
      ...(isRelated
        ? [
            {
              kind: "type",
              name: `${type}ListProps`,
              exported: true,
              type: [
                "{",
                "/** Only the rows that refer to another one: for a list inside that row's page. */",
                "readonly related?: {",
                "readonly title: string;",
                `readonly column: (typeof ${value}FilterColumns)[number];`,
                "readonly value: string;",
                "};",
                "}",
              ].join("\n"),
            } as const,
          ]
        : []),
      {
        kind: "function",
        name: `${type}List`,
        exported: true,
        parameters: isRelated ? [{ name: "{ related }", type: `${type}ListProps` }] : [],
        body: [
          isRelated
            ? "const [query, setQuery] = useState<ListQuery>({ ...firstPage, filter: related ?? null });"
            : "const [query, setQuery] = useState<ListQuery>(firstPage);",
          ...(isRelated ? ["const shown = columns.filter(({ column }) => column !== related?.column);"] : []),
          `const page = use${type}Page(query);`,
          ...(create
            ? [
                ...(isRelated
                  ? [
                      "const initial: Record<string, string> = related === undefined ? {} : { [related.column]: related.value };",
                    ]
                  : []),
                `const newHref = hrefOf({ screen: "create", entity: ${literal(slug)}, ${isRelated ? "initial" : "initial: {}"} });`,
              ]
            : []),
          [
            "return (",
            "<RowList",
            ...(isRelated
              ? [`title={related?.title ?? ${value}Words.many}`, "level={related === undefined ? 1 : 2}"]
              : [`title={${value}Words.many}`]),
            isRelated ? "columns={shown}" : "columns={columns}",
            "page={page}",
            "query={query}",
            "onQuery={setQuery}",
            `searchable={${views.list.searchColumns.length > 0}}`,
            `rowKey={${value}Id}`,
            `rowHref={${value}Href}`,
            ...(create ? [`newLink={{ label: \`New \${${value}Words.one}\`, href: newHref }}`] : []),
            "/>",
            ");",
          ].join("\n"),
        ],
      },
    ],
  };
}
