import type { EntityPlan } from "../entity-plan.ts";
import { literal, member } from "../literal.ts";
import type { Module } from "../module.ts";
import { imports } from "../module.ts";
import { valueElement } from "./value-element.ts";

/** `components/<slug>-detail.tsx`: one row with all its fields, and the rows that refer to it. */
export function detailModule(plan: EntityPlan, planOf: (entity: string) => EntityPlan): Module {
  const { slug, type, value, views } = plan;
  const { canUpdate, canDelete } = views.form;
  const fields = views.detail.fields.map((field) => ({
    field,
    element: valueElement(field, plan, (entity) => planOf(entity).slug, { insideLink: false }),
  }));
  const usesChoices = fields.some(({ field }) => field.widget === "select");
  const related = views.detail.related.map((one) => ({ ...one, plan: planOf(one.entity) }));
  const key = views.keyColumns[0] ?? "";
  return {
    path: `components/${slug}-detail.tsx`,
    doc: `One row of ${type}, and the rows that refer to it.`,
    imports: [
      ...imports("@build-it/application-kit", [
        ...fields.map(({ element }) => element.component),
        fields.length > 0 && "DetailField",
        "Loaded",
        "RowDetail",
        canDelete && "goTo",
        "hrefOf",
      ]),
      ...imports(`../entities/${slug}.ts`, [`${type}Row`], true),
      ...imports(`../entities/${slug}.ts`, [
        usesChoices && `${value}Choices`,
        fields.length > 0 && `${value}Labels`,
        `${value}Words`,
      ]),
      ...imports(`../hooks/use-${slug}.ts`, [canDelete && `remove${type}`, `use${type}Row`]),
      ...[...new Map(related.map(({ plan }) => [plan.slug, plan])).values()].flatMap((other) =>
        imports(`./${other.slug}-list.tsx`, [`${other.type}List`]),
      ),
    ],
    declarations: [
      {
        kind: "function",
        name: `${type}Detail`,
        exported: true,
        parameters: [{ name: "{ id }", type: "{ readonly id: string }" }],
        body: [`return <Loaded resource={use${type}Row(id)}>{(row) => <${type}Page id={id} row={row} />}</Loaded>;`],
      },
      {
        kind: "function",
        name: `${type}Page`,
        exported: false,
        parameters: [{ name: "{ id, row }", type: `{ readonly id: string; readonly row: ${type}Row }` }],
        body: [
          ...(canDelete
            ? [
                [
                  "const remove = async () => {",
                  `await remove${type}(id);`,
                  `goTo({ screen: "list", entity: ${literal(slug)} });`,
                  "};",
                ].join("\n"),
              ]
            : []),
          [
            "return (",
            "<>",
            "<RowDetail",
            `title={String(${member("row", views.displayColumn)} ?? ${value}Words.one)}`,
            `kind={${value}Words.many}`,
            `listHref={hrefOf({ screen: "list", entity: ${literal(slug)} })}`,
            ...(canUpdate ? [`editHref={hrefOf({ screen: "edit", entity: ${literal(slug)}, id })}`] : []),
            ...(canDelete ? ["remove={remove}"] : []),
            ">",
            ...fields.flatMap(({ field, element }) => [
              `<DetailField label={${member(`${value}Labels`, field.column)}}>`,
              element.jsx,
              "</DetailField>",
            ]),
            "</RowDetail>",
            ...related.flatMap((one) => [
              `<${one.plan.type}List`,
              `related={{ title: ${literal(one.label)}, column: ${literal(one.column)}, value: String(${member("row", key)}) }}`,
              "/>",
            ]),
            "</>",
            ");",
          ].join("\n"),
        ],
      },
    ],
  };
}
