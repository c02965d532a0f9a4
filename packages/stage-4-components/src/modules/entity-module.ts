import { distinctFields, type EntityPlan } from "../entity-plan.ts";
import { literal, literalList, literalUnion, propertyName } from "../literal.ts";
import type { Declaration, Module } from "../module.ts";
import { imports } from "../module.ts";
import { ruleOf } from "../rule-of.ts";

/** `entities/<slug>.ts`: the row's types, the words for it, and the rules of its inputs. The one file with model text. */
export const entityModule = (plan: EntityPlan): Module => ({
  path: `entities/${plan.slug}.ts`,
  doc: `What ${plan.type} is to the application: its rows, its words and its rules.`,
  imports: [
    ...imports("kysely", [plan.hasForm && "Insertable", "Selectable", plan.views.form.canUpdate && "Updateable"], true),
    ...imports(
      "@build-it/application-kit",
      [plan.choices.length > 0 && "Choices", plan.hasForm && "Rules", "RowOf"],
      true,
    ),
    ...imports("../database/database.ts", ["Database"], true),
  ],
  declarations: [...rowDeclarations(plan), ...wordDeclarations(plan), ...(plan.hasForm ? inputDeclarations(plan) : [])],
});

function rowDeclarations({ type, value, table, columns, views, filters }: EntityPlan): readonly Declaration[] {
  const columnList = (names: readonly string[]) =>
    `${literalList(names)} as const satisfies readonly (keyof Selectable<${type}Table>)[]`;
  return [
    { kind: "type", name: `${type}Table`, exported: true, type: `Database[${table}]` },
    {
      kind: "constant",
      name: `${value}Columns`,
      exported: true,
      doc: "The columns that the application reads.",
      value: columnList(columns),
    },
    {
      kind: "constant",
      name: `${value}SortColumns`,
      exported: true,
      doc: "The columns of the list, by which it can be ordered.",
      value: columnList(views.list.columns.map(({ column }) => column)),
    },
    {
      kind: "constant",
      name: `${value}FilterColumns`,
      exported: true,
      doc: "The references by which the list inside another row is filtered.",
      value: columnList(filters),
    },
    {
      kind: "type",
      name: `${type}Row`,
      exported: true,
      doc: "A row as the server sends it.",
      type: `RowOf<${type}Table, typeof ${value}Columns>`,
    },
    {
      kind: "type",
      name: `${type}Key`,
      exported: true,
      doc: "What a row is found by.",
      type: `Pick<Selectable<${type}Table>, ${literalUnion(views.keyColumns)}>`,
    },
  ];
}

function wordDeclarations({ type, value, views, choices }: EntityPlan): readonly Declaration[] {
  const fields = distinctFields([...views.list.columns, ...views.detail.fields, ...views.form.fields]);
  const labels = fields.map(({ column, label }) => `${propertyName(column)}: ${literal(label)},`);
  const options = choices.map(
    ({ column, options = [] }) =>
      `${propertyName(column)}: [\n${options.map((one) => `{ value: ${literal(one.value)}, label: ${literal(one.label)} },`).join("\n")}\n],`,
  );
  const helps = fields.flatMap(({ column, help }) =>
    help === undefined ? [] : [`${propertyName(column)}: ${literal(help)},`],
  );
  return [
    {
      kind: "constant",
      name: `${value}Words`,
      exported: true,
      doc: "What people call one row, and many.",
      value: `{ one: ${literal(views.label)}, many: ${literal(views.pluralLabel)} } as const`,
    },
    {
      kind: "constant",
      name: `${value}Labels`,
      exported: true,
      doc: "What people call the fields.",
      value: `{\n${labels.join("\n")}\n} as const satisfies Partial<Record<keyof ${type}Row, string>>`,
    },
    ...(helps.length === 0
      ? []
      : [
          {
            kind: "constant",
            name: `${value}Helps`,
            exported: true,
            doc: "What helps people to fill the fields in.",
            value: `{\n${helps.join("\n")}\n} as const satisfies Partial<Record<keyof ${type}Row, string>>`,
          } as const,
        ]),
    ...(options.length === 0
      ? []
      : [
          {
            kind: "constant",
            name: `${value}Choices`,
            exported: true,
            doc: "The values that can be chosen, and what people call them.",
            value: `{\n${options.join("\n")}\n} as const satisfies Partial<Record<keyof ${type}Row, Choices<string>>>`,
          } as const,
        ]),
  ];
}

function inputDeclarations(plan: EntityPlan): readonly Declaration[] {
  const { type, value, views } = plan;
  const rules = views.form.fields.map(
    (field) => `${propertyName(field.column)}: ${ruleText(ruleOf(field, plan.columnOf(field.column)))},`,
  );
  const changed = views.form.fields.filter((field) => !plan.isFixed(field)).map(({ column }) => column);
  return [
    {
      kind: "type",
      name: `${type}Input`,
      exported: true,
      doc: "What a person can enter.",
      type: `Pick<Insertable<${type}Table>, ${literalUnion(views.form.fields.map(({ column }) => column))}>`,
    },
    {
      kind: "constant",
      name: `${value}Rules`,
      exported: true,
      doc: "What the inputs must be; the form says it, the server holds it.",
      value: `{\n${rules.join("\n")}\n} as const satisfies Rules<${type}Input>`,
    },
    ...(views.form.canUpdate
      ? [
          {
            kind: "constant",
            name: `${value}ChangeColumns`,
            exported: true,
            doc: "The columns that can be changed afterwards.",
            value: `${literalList(changed)} as const satisfies readonly (keyof Updateable<${type}Table>)[]`,
          } as const,
          {
            kind: "type",
            name: `${type}Changes`,
            exported: true,
            doc: "What a person can change afterwards.",
            type: `Pick<Updateable<${type}Table>, (typeof ${value}ChangeColumns)[number]>`,
          } as const,
        ]
      : []),
  ];
}

const ruleText = (rule: Readonly<Record<string, unknown>>): string =>
  `{ ${Object.entries(rule)
    .map(([name, value]) => `${name}: ${literal(value)}`)
    .join(", ")} }`;
