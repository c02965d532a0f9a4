import type { ViewField } from "@build-it/artifacts";
import type { EntityPlan } from "../entity-plan.ts";
import { attribute, literal, member, propertyName } from "../literal.ts";
import type { Module } from "../module.ts";
import { imports } from "../module.ts";
import type { Element } from "./value-element.ts";

/** `components/<slug>-form.tsx`: a new row, or an existing one to be changed. */
export function formModule(plan: EntityPlan, slugOf: (entity: string) => string): Module {
  const { slug, type, value, views } = plan;
  const { canCreate, canUpdate } = views.form;
  const fields = views.form.fields.filter((field) => canCreate || !plan.isFixed(field));
  const elements = fields.map((field) => ({ field, element: fieldElement(field, plan, slugOf) }));
  const changesText = views.form.fields.some(plan.isFixed) ? "changes" : "input";
  const knowsNew = fields.some(plan.isFixed);
  const isNew = (value: string) => (knowsNew ? ` isNew={${value}}` : "");
  const uses = {
    choices: fields.some(({ widget }) => widget === "select"),
    helps: fields.some(({ help }) => help !== undefined),
  };
  return {
    path: `components/${slug}-form.tsx`,
    doc: `The form of ${type}.`,
    imports: [
      ...imports("@build-it/application-kit", [
        ...elements.map(({ element }) => element.component),
        canUpdate && "Loaded",
        "RowForm",
        canCreate && "hrefOf",
        canCreate && "startOf",
      ]),
      ...imports(`../entities/${slug}.ts`, [`${type}Input`, `${type}Row`], true),
      ...imports(`../entities/${slug}.ts`, [
        uses.choices && `${value}Choices`,
        canCreate && `${value}FilterColumns`,
        uses.helps && `${value}Helps`,
        `${value}Labels`,
        `${value}Rules`,
        `${value}Words`,
      ]),
      ...imports(`../hooks/use-${slug}.ts`, [
        canCreate && `create${type}`,
        canUpdate && `update${type}`,
        canUpdate && `use${type}Row`,
        canUpdate && `${value}Id`,
        `${value}Href`,
      ]),
    ],
    declarations: [
      ...(canCreate
        ? [
            {
              kind: "function",
              name: `${type}Creator`,
              doc: "A form for a new row. `initial` is what the address already knows of it.",
              exported: true,
              parameters: [{ name: "{ initial }", type: "{ readonly initial: Readonly<Record<string, string>> }" }],
              body: [
                [
                  `const save = async (input: ${type}Input) => {`,
                  `window.location.hash = ${value}Href(await create${type}(input));`,
                  "};",
                ].join("\n"),
                [
                  "return (",
                  "<RowForm",
                  `title={\`New \${${value}Words.one}\`}`,
                  `rules={${value}Rules}`,
                  "save={save}",
                  `cancelHref={hrefOf({ screen: "list", entity: ${literal(slug)} })}`,
                  ">",
                  `<${type}Fields row={${startText(plan, fields)}}${isNew("true")} />`,
                  "</RowForm>",
                  ");",
                ].join("\n"),
              ],
            } as const,
          ]
        : []),
      ...(canUpdate
        ? ([
            {
              kind: "function",
              name: `${type}Editor`,
              doc: "A form for an existing row.",
              exported: true,
              parameters: [{ name: "{ id }", type: "{ readonly id: string }" }],
              body: [`return <Loaded resource={use${type}Row(id)}>{(row) => <${type}Change row={row} />}</Loaded>;`],
            },
            {
              kind: "function",
              name: `${type}Change`,
              exported: false,
              parameters: [{ name: "{ row }", type: `{ readonly row: ${type}Row }` }],
              body: [
                [
                  `const save = async (${changesText}: ${type}Input) => {`,
                  `await update${type}(${value}Id(row), ${changesText});`,
                  `window.location.hash = ${value}Href(row);`,
                  "};",
                ].join("\n"),
                [
                  "return (",
                  "<RowForm",
                  `title={String(${member("row", views.displayColumn)} ?? ${value}Words.one)}`,
                  `rules={${value}Rules}`,
                  "save={save}",
                  `cancelHref={${value}Href(row)}`,
                  ">",
                  `<${type}Fields row={row}${isNew("false")} />`,
                  "</RowForm>",
                  ");",
                ].join("\n"),
              ],
            },
          ] as const)
        : []),
      {
        kind: "function",
        name: `${type}Fields`,
        exported: false,
        parameters: [
          {
            name: knowsNew ? "{ row, isNew }" : "{ row }",
            type: `{ readonly row: Partial<${type}Row>${knowsNew ? "; readonly isNew: boolean" : ""} }`,
          },
        ],
        body: [
          [
            "return (",
            "<>",
            ...elements.map(({ field, element }) =>
              plan.isFixed(field) ? `{isNew ? ${element.jsx} : null}` : element.jsx,
            ),
            "</>",
            ");",
          ].join("\n"),
        ],
      },
    ],
  };
}

/** What a new row starts with: the model's defaults, and over them the references that the address names. */
function startText({ type, value }: EntityPlan, fields: readonly ViewField[]): string {
  const defaults = fields.flatMap(({ column, initial }) =>
    initial === undefined ? [] : [`${propertyName(column)}: ${literal(initial)}, `],
  );
  const start = `startOf<${type}Row>(initial, ${value}FilterColumns)`;
  return defaults.length === 0 ? start : `{ ${defaults.join("")}...${start} }`;
}

const inputTypes: Partial<Record<ViewField["widget"], string>> = {
  email: "email",
  url: "url",
  tel: "tel",
  date: "date",
  time: "time",
};

const components: Partial<Record<ViewField["widget"], string>> = {
  multiline: "LongTextField",
  number: "NumberField",
  checkbox: "BooleanField",
  datetime: "DateTimeField",
  select: "SelectField",
  reference: "ReferenceField",
  json: "JsonField",
  list: "ListField",
};

function fieldElement(field: ViewField, { value }: EntityPlan, slugOf: (entity: string) => string): Element {
  const component =
    (field.reference === undefined && field.widget === "reference" ? undefined : components[field.widget]) ??
    "TextField";
  const type = inputTypes[field.widget];
  const properties = [
    attribute("name", field.column),
    ...(type === undefined ? [] : [`type="${type}"`]),
    ...(field.widget === "reference" && field.reference !== undefined
      ? [attribute("entity", slugOf(field.reference.entity))]
      : []),
    `label={${member(`${value}Labels`, field.column)}}`,
    ...(field.help === undefined ? [] : [`help={${member(`${value}Helps`, field.column)}}`]),
    `rule={${member(`${value}Rules`, field.column)}}`,
    `value={${member("row", field.column)}}`,
    ...(field.widget === "select" ? [`choices={${member(`${value}Choices`, field.column)}}`] : []),
  ];
  return { component, jsx: `<${component}\n${properties.join("\n")}\n/>` };
}
