import type { ColumnDeclaration, TableDeclaration } from "@build-it/artifacts";
import type { EnumNames, TypeNames } from "./name-types.ts";
import { commentLine, documentation, propertyName } from "./property-name.ts";

const jsonTypes = `/** What a JSON column holds. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
/** What a JSON column takes: an object, or any JSON as text (\`JSON.stringify(list)\`). */
export type JsonInput = string | { readonly [key: string]: JsonValue };
`;

// From an insert Kysely leaves out the columns that take `never`. Of a view nothing would be left, and TypeScript lets
// an object without properties be anything: so a view's columns ask for a value that nobody has.
const unwritableType = `declare const unwritable: unique symbol;
/** What a column of a view takes: no value at all. */
export interface Unwritable {
  readonly [unwritable]: never;
}
`;

/** `tables.ts`: an interface for each table as Kysely takes it, and its rows. */
export function printTables(names: ReadonlyMap<TableDeclaration, TypeNames>): string {
  const tables = [...names].map(([table, own]) => printTable(table, own));
  const enums = [...names.values()].flatMap((own) => [...own.enums.values()].map(({ type }) => type)).sort();
  const body = tables.join("\n");
  const kysely = ["ColumnType", "Generated", "GeneratedAlways", "Insertable", "Selectable", "Updateable"].filter(
    (name) => new RegExp(`[ |]${name}<`).test(body),
  );
  const imports = [
    ...(kysely.length === 0 ? [] : [`import type { ${kysely.join(", ")} } from "kysely";\n`]),
    ...(enums.length === 0 ? [] : [`import type {\n  ${enums.join(",\n  ")},\n} from "./enums.ts";\n`]),
  ];
  const unwritable = [...names.keys()].some(({ kind }) => kind === "view") ? `${unwritableType}\n` : "";
  return `${imports.join("")}\n${jsonTypes}\n${unwritable}${body}`;
}

function printTable(table: TableDeclaration, names: TypeNames): string {
  const about = documentation([commentLine(table.comment, table.deprecated)], "");
  const columns = table.columns.map((column) => {
    const type = columnType(column, table.kind, names.enums.get(column.name));
    return `${documentation([commentLine(column.comment, column.deprecated)], "  ")}  ${propertyName(column.name)}: ${type};\n`;
  });
  const writable =
    table.kind === "view"
      ? ""
      : `export type ${names.insert} = Insertable<${names.table}>;\nexport type ${names.update} = Updateable<${names.table}>;\n`;
  return `${about}export interface ${names.table} {\n${columns.join("")}}
${about}export type ${names.row} = Selectable<${names.table}>;
${writable}`;
}

function columnType(column: ColumnDeclaration, kind: TableDeclaration["kind"], names: EnumNames | undefined): string {
  const orNull = (type: string): string => (column.nullable ? `${type} | null` : type);
  const select = orNull(named(column.selectType, column, names));
  const insert = orNull(named(column.insertType, column, names));
  if (kind === "view") return `ColumnType<${select}, Unwritable, never>`;
  if (column.generated) return `GeneratedAlways<${select}>`;
  if (select === insert) return column.hasDefault ? `Generated<${select}>` : select;
  const optional = column.hasDefault || column.nullable ? `${insert} | undefined` : insert;
  return `ColumnType<${select}, ${optional}, ${insert}>`;
}

/** The type with the enum's name in the place of its values. */
function named(type: string, { enumValues = [] }: ColumnDeclaration, names: EnumNames | undefined): string {
  if (names === undefined) return type;
  const union = enumValues.map((value) => JSON.stringify(value)).join(" | ");
  if (type === union) return names.type;
  if (type === `(${union})[]`) return `${names.type}[]`;
  return type === `readonly (${union})[]` ? `readonly ${names.type}[]` : type;
}
