import type { LoadedModel } from "../load-model.ts";
import * as messages from "../messages/names.ts";
import type { ModelProblem, Place } from "../model-problem.ts";
import { deriveColumn, deriveTable, toSnakeCase } from "../names/derive-names.ts";
import { byteLength, isReservedSchema, maxNameBytes, systemColumns } from "../names/name-limits.ts";
import type { EntityView } from "./entity-view.ts";

/** The names that the database will see: short enough, free, and each there once. */
export const checkDatabaseNames = (views: readonly EntityView[], { module }: LoadedModel): readonly ModelProblem[] => {
  const schema = module?.value.schema ?? "public";
  return [
    ...(module?.value.schema === undefined ? [] : checkSchema(schema, () => module.file.locate(["schema"], "value"))),
    ...checkTables(views, schema),
    ...views.flatMap((view) => [...checkColumns(view), ...checkConstraintNames(view)]),
  ];
};

const checkSchema = (schema: string, at: Place): readonly ModelProblem[] => [
  ...checkLength(at, "schema", schema, "schema"),
  ...(isReservedSchema(schema) ? [messages.reservedSchema(at(), schema)] : []),
];

const checkLength = (at: Place, kind: string, name: string, override: string): readonly ModelProblem[] =>
  byteLength(name) > maxNameBytes ? [messages.nameTooLong(at(), kind, name, override)] : [];

const checkTables = (views: readonly EntityView[], moduleSchema: string): readonly ModelProblem[] => {
  const owners = new Map<string, string>();
  const claim = (schema: string, table: string, at: Place, entity: string): readonly ModelProblem[] => {
    const id = JSON.stringify([schema, table]);
    const other = owners.get(id);
    owners.set(id, other ?? entity);
    return other === undefined || other === entity ? [] : [messages.duplicateTable(at(), entity, table, other)];
  };
  const ofTables = views.flatMap(({ entity, locate }) => {
    const schema = entity.schema ?? moduleSchema;
    const table = entity.table ?? deriveTable(entity.entity);
    const at = () => (entity.table === undefined ? locate(["entity"], "value") : locate(["table"], "value"));
    return [
      ...(entity.schema === undefined ? [] : checkSchema(schema, () => locate(["schema"], "value"))),
      ...checkLength(at, "table", table, "table"),
      ...claim(schema, table, at, entity.entity),
    ];
  });
  // A native enum is a type, and every table is one too: they share their names.
  const ofTypes = views.flatMap(({ entity, locate }) =>
    Object.entries(entity.fields).flatMap(([name, field]) => {
      if (field.type !== "enum" || field.enum !== undefined) return [];
      const at = () => locate(["fields", name]);
      const type = toSnakeCase(`${entity.entity}_${name}`);
      return [
        ...checkLength(at, "enum", type, "enum"),
        ...(field.storage === "native"
          ? claim(entity.schema ?? moduleSchema, type, at, `${entity.entity}.${name}`)
          : []),
      ];
    }),
  );
  return [...ofTables, ...ofTypes];
};

const checkColumns = ({ entity, fields, locate }: EntityView): readonly ModelProblem[] => {
  const owners = new Map<string, string>();
  return [...fields.values()].flatMap(({ name, field }) => {
    const column = field.column ?? deriveColumn(name);
    const at = () =>
      field.column === undefined ? locate(["fields", name]) : locate(["fields", name, "column"], "value");
    const subject = `${entity.entity}.${name}`;
    const other = owners.get(column);
    owners.set(column, other ?? name);
    return [
      ...checkLength(at, "column", column, "column"),
      ...(systemColumns.has(column) ? [messages.systemColumn(at(), subject, column)] : []),
      ...(other === undefined ? [] : [messages.duplicateColumn(at(), subject, column, `${entity.entity}.${other}`)]),
    ];
  });
};

/** What a name must be the only one among: constraints of its table, indexes. A key is both, a foreign key has no index. */
type NameSpace = "constraint" | "index";

const checkConstraintNames = ({ entity, locate }: EntityView): readonly ModelProblem[] => {
  const key: readonly NameSpace[] = ["constraint", "index"];
  const constraint: readonly NameSpace[] = ["constraint"];
  const index: readonly NameSpace[] = ["index"];
  const places = [
    { name: entity.key_name, of: key, at: () => locate(["key_name"], "value") },
    ...Object.entries(entity.fields).map(([field, type]) => ({
      name: "constraint" in type ? type.constraint : undefined,
      of: constraint,
      at: () => locate(["fields", field, "constraint"], "value"),
    })),
    ...(entity.unique ?? []).map(({ name }, place) => ({
      name,
      of: key,
      at: () => locate(["unique", place, "name"], "value"),
    })),
    ...(entity.indexes ?? []).map(({ name }, place) => ({
      name,
      of: index,
      at: () => locate(["indexes", place, "name"], "value"),
    })),
    ...Object.keys(entity.checks ?? {}).map((name) => ({ name, of: constraint, at: () => locate(["checks", name]) })),
  ];
  const seen = { constraint: new Set<string>(), index: new Set<string>() };
  return places.flatMap(({ name, of, at }) => {
    if (name === undefined) return [];
    const isTwice = of.some((space) => seen[space].has(name));
    for (const space of of) seen[space].add(name);
    return [
      ...checkLength(at, "constraint", name, "name"),
      ...(isTwice ? [messages.duplicateName(at(), `constraints or indexes of \`${entity.entity}\``, name)] : []),
    ];
  });
};
