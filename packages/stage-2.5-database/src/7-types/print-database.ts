import type { TableDeclaration } from "@build-it/artifacts";
import type { TypeNames } from "./name-types.ts";
import { propertyName } from "./property-name.ts";

/** `database.ts`: all tables by the name that queries use, for `new Kysely<Database>(…)`. */
export function printDatabase(names: ReadonlyMap<TableDeclaration, TypeNames>): string {
  const tables = [...names].map(([table, own]) => [queryName(table), own.table] as const).sort(byName);
  const imports = tables.map(([, type]) => type).sort();
  const lines = tables.map(([name, type]) => `  ${propertyName(name)}: ${type};\n`);
  const from = imports.length === 0 ? "" : `import type {\n  ${imports.join(",\n  ")},\n} from "./tables.ts";\n\n`;
  return `${from}export interface Database {\n${lines.join("")}}\n`;
}

/** Kysely reads a dot as the end of a schema's name. */
const queryName = ({ schema, name }: TableDeclaration): string =>
  schema === "public" && !name.includes(".") ? name : `${schema}.${name}`;

const byName = ([a]: readonly [string, string], [b]: readonly [string, string]): number => (a < b ? -1 : a > b ? 1 : 0);
