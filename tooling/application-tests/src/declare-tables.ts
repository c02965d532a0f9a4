import type { ColumnDeclaration, Configuration, ConfiguredField, TableDeclaration } from "@build-it/artifacts";

const postgresTypes: Partial<Record<ConfiguredField["type"]["kind"], readonly [string, string, string]>> = {
  smallint: ["smallint", "number", "number"],
  integer: ["integer", "number", "number"],
  bigint: ["bigint", "string", "string | number | bigint"],
  decimal: ["numeric(14,2)", "string", "string | number"],
  boolean: ["boolean", "boolean", "boolean"],
  date: ["date", "Date", "Date | string"],
  datetime: ["timestamp with time zone", "Date", "Date | string"],
  uuid: ["uuid", "string", "string"],
  user: ["uuid", "string", "string"],
  reference: ["uuid", "string", "string"],
  json: ["jsonb", "JsonValue", "JsonValue"],
  list: ["text[]", "string[]", "string[]"],
};

/** What stage 2.5 says of the tables of a configuration. */
export const declareTables = (configuration: Configuration): readonly TableDeclaration[] =>
  configuration.entities.map((entity) => ({
    schema: entity.schema,
    name: entity.table,
    kind: "table",
    entity: entity.name,
    primaryKey: entity.key.map((name) => entity.fields.find((field) => field.name === name)?.column ?? name),
    columns: entity.fields.map(declareColumn),
    deprecated: false,
  }));

function declareColumn(field: ConfiguredField): ColumnDeclaration {
  const [postgresType, selectType, insertType] = postgresTypes[field.type.kind] ?? ["text", "string", "string"];
  const union =
    field.type.kind === "enum" ? field.type.values.map(({ value }) => JSON.stringify(value)).join(" | ") : null;
  return {
    name: field.column,
    postgresType,
    selectType: union ?? selectType,
    insertType: union ?? insertType,
    nullable: !field.required,
    hasDefault: field.default !== undefined,
    generated: false,
    deprecated: false,
  };
}

/** The Kysely types of the tables, as stage 2.5 writes them under `src/generated/database`. */
export function writeTableTypes(tables: readonly TableDeclaration[]): string {
  const entries = tables.map((table) => {
    const columns = table.columns.map((column) => {
      const orNull = column.nullable ? " | null" : "";
      const type = `ColumnType<${column.selectType}${orNull}, ${column.insertType}${orNull}${column.hasDefault || column.nullable ? " | undefined" : ""}, ${column.insertType}${orNull}>`;
      return `    ${JSON.stringify(column.name)}: ${type};`;
    });
    const key = table.schema === "public" ? table.name : `${table.schema}.${table.name}`;
    return `  ${JSON.stringify(key)}: {\n${columns.join("\n")}\n  };`;
  });
  return [
    'import type { ColumnType } from "kysely";',
    "type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };",
    `export interface Database {\n${entries.join("\n")}\n}`,
    "",
  ].join("\n");
}
