import type { ColumnDeclaration, TableDeclaration } from "@build-it/artifacts";
import { propertyName } from "./property-name.ts";
import { valueTypeOf } from "./value-type.ts";

const json = "export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];\n";

/**
 * `supabase.ts`: the type that supabase-js takes. Its rows come as JSON, so numbers are numbers and moments are text: they
 * are not the rows that Kysely gives.
 */
export function printSupabase(tables: readonly TableDeclaration[]): string {
  const schemas = [...new Set(tables.map(({ schema }) => schema))].sort();
  const blocks = schemas.map((schema) =>
    printSchema(
      schema,
      tables.filter((table) => table.schema === schema),
    ),
  );
  return `${json}\nexport interface Database {\n${blocks.join("")}}\n`;
}

const nothing = "{ [name in never]: never }";

function printSchema(schema: string, tables: readonly TableDeclaration[]): string {
  const block = (title: string, kind: TableDeclaration["kind"]): string => {
    const own = tables.filter((table) => table.kind === kind).map(printTable);
    return own.length === 0 ? `    ${title}: ${nothing};\n` : `    ${title}: {\n${own.join("")}    };\n`;
  };
  return `  ${propertyName(schema)}: {
${block("Tables", "table")}${block("Views", "view")}    Functions: ${nothing};
${printEnums(tables)}    CompositeTypes: ${nothing};
  };
`;
}

function printTable(table: TableDeclaration): string {
  const block = (title: string, columns: readonly string[]): string =>
    columns.length === 0 ? `        ${title}: ${nothing};\n` : `        ${title}: {\n${columns.join("")}        };\n`;
  const line = (column: ColumnDeclaration, optional: boolean): string =>
    `          ${propertyName(column.name)}${optional ? "?" : ""}: ${jsonType(column)};\n`;
  const never = ({ name }: ColumnDeclaration): string => `          ${propertyName(name)}?: never;\n`;
  const row = table.columns.map((column) => line(column, false));
  const insert = table.columns.map((column) =>
    column.generated ? never(column) : line(column, column.nullable || column.hasDefault),
  );
  const update = table.columns.map((column) => (column.generated ? never(column) : line(column, true)));
  const writable = table.kind === "view" ? "" : block("Insert", insert) + block("Update", update);
  return `      ${propertyName(table.name)}: {
${block("Row", row)}${writable}        Relationships: [${(table.foreignKeys ?? []).map(printRelationship).join("")}];
      };
`;
}

const jsonType = ({ postgresType, enumValues, nullable }: ColumnDeclaration): string => {
  const { json: type } = valueTypeOf(postgresType, enumValues);
  return nullable ? `${type} | null` : type;
};

const printRelationship = ({
  name,
  columns,
  references,
  oneToOne,
}: NonNullable<TableDeclaration["foreignKeys"]>[number]): string => `
          {
            foreignKeyName: ${JSON.stringify(name)};
            columns: ${JSON.stringify(columns)};
            isOneToOne: ${oneToOne};
            referencedRelation: ${JSON.stringify(references.table)};
            referencedColumns: ${JSON.stringify(references.columns)};
          },`;

/** Native enums; an enum that is stored as text is no type of the database. */
function printEnums(tables: readonly TableDeclaration[]): string {
  const enums = new Map(
    tables.flatMap(({ schema, columns }) =>
      columns.flatMap(({ postgresType, enumValues }) => {
        const name = nativeName(postgresType, schema);
        return name === null || enumValues === undefined ? [] : [[name, enumValues] as const];
      }),
    ),
  );
  if (enums.size === 0) return `    Enums: ${nothing};\n`;
  const lines = [...enums].map(
    ([name, values]) =>
      `      ${propertyName(name)}: ${values.map((value) => JSON.stringify(value)).join(" | ") || "never"};\n`,
  );
  return `    Enums: {\n${lines.sort().join("")}    };\n`;
}

/** `public.mood[]` -> `mood`, where the type is of this schema. */
function nativeName(postgresType: string, schema: string): string | null {
  const [, ownSchema, name] = /^("(?:[^"]|"")+"|[^".]+)\.("(?:[^"]|"")+"|[^".]+?)(?:\[\])*$/.exec(postgresType) ?? [];
  return ownSchema === undefined || name === undefined || unquoted(ownSchema) !== schema ? null : unquoted(name);
}

const unquoted = (name: string): string => (name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name);
