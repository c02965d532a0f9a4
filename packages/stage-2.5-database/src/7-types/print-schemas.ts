import type { ColumnDeclaration, TableDeclaration } from "@build-it/artifacts";
import type { TypeNames } from "./name-types.ts";
import { literalKey } from "./property-name.ts";
import { valueTypeOf } from "./value-type.ts";

/** `schemas.ts`: Zod schemas for the rows of each table, to check what comes from outside. */
export function printSchemas(names: ReadonlyMap<TableDeclaration, TypeNames>): string {
  const tables = [...names].map(([table, own]) => printTable(table, own));
  return tables.length === 0 ? "export {};\n" : `import { z } from "zod";\n\n${tables.join("\n")}`;
}

function printTable(table: TableDeclaration, { schemas }: TypeNames): string {
  const written = table.columns.filter(({ generated }) => !generated);
  const object = (suffix: string, kind: string, columns: readonly string[]): string =>
    `export const ${schemas}${suffix} = z.${kind}({\n${columns.join("")}});\n`;
  const rows = object(
    "RowSchema",
    "object",
    table.columns.map((column) => line(column, "zod", false)),
  );
  if (table.kind === "view") return rows;
  return [
    rows,
    object(
      "InsertSchema",
      "strictObject",
      written.map((column) => line(column, "zodInsert", column.nullable || column.hasDefault)),
    ),
    object(
      "UpdateSchema",
      "strictObject",
      written.map((column) => line(column, "zodInsert", true)),
    ),
  ].join("");
}

function line(column: ColumnDeclaration, form: "zod" | "zodInsert", optional: boolean): string {
  const schema = valueTypeOf(column.postgresType, column.enumValues)[form];
  return `  ${literalKey(column.name)}: ${schema}${column.nullable ? ".nullable()" : ""}${optional ? ".optional()" : ""},\n`;
}
