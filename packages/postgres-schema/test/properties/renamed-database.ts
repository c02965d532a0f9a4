import type { Rename } from "../../src/index.ts";
import { hostileName, quote } from "./hostile-text.ts";
import { inTransaction, make, type ProvingGround } from "./prove-pair.ts";

interface Place {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
}

/** Tables' own columns, but for those that PostgreSQL renames together with another parent's. */
const places = `
  SELECT n.nspname AS schema, c.relname AS table, a.attname AS column
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attinhcount = 0 AND c.relkind IN ('r', 'p') AND c.reloftype = 0
    AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
    AND NOT EXISTS (
      SELECT FROM pg_inherits i JOIN pg_inherits j ON j.inhrelid = i.inhrelid AND j.inhparent <> i.inhparent
      JOIN pg_attribute b ON b.attrelid = j.inhparent AND b.attname = a.attname
      WHERE i.inhparent = c.oid)
  ORDER BY 1, 2, 3`;

/** One to three renames of tables and columns that the statements make, chosen by a number; none where there are no tables. */
export async function drawRenames(
  statements: readonly string[],
  number: number,
  ground: Pick<ProvingGround, "client" | "isFree" | "shared">,
): Promise<readonly Rename[]> {
  const { rows } = await inTransaction(ground.client, async () => {
    await make(
      statements.filter((statement) => !ground.shared.has(statement)),
      ground,
    );
    return ground.client.query<Place>(places);
  });
  const renames = new Map<string, Rename>();
  for (let place = 0; place <= number % 3; place++) {
    const row = rows[(number * 31 + place * 17) % rows.length];
    if (row === undefined || renames.has(JSON.stringify([row.schema, row.table]))) continue;
    const to = firstBytes(hostileName(`new${place}`, number + place * 5));
    const { schema, table, column } = row;
    renames.set(
      JSON.stringify([schema, table]),
      (number + place) % 2 === 0
        ? { kind: "table", schema, from: table, to }
        : { kind: "column", schema, table, from: column, to },
    );
  }
  return [...renames.values()];
}

/** As PostgreSQL cuts a name. */
function firstBytes(name: string): string {
  let end = name.length;
  while (Buffer.byteLength(name.slice(0, end)) > 63) end--;
  return name.slice(0, end).replace(/[\uD800-\uDBFF]$/, "");
}

export const renameStatement = (rename: Rename): string => {
  const named = (name: string): string => `ALTER TABLE ${quote(rename.schema)}.${quote(name)}`;
  return rename.kind === "column"
    ? `${named(rename.table)} RENAME COLUMN ${quote(rename.from)} TO ${quote(rename.to)}`
    : `${named(rename.from)} RENAME TO ${quote(rename.to)}`;
};
