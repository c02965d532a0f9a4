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

/** Keys, checks, indexes and sequences of a table that can have other names, but for those that other tables have with it. */
const parts = `
  SELECT 'CONSTRAINT' AS kind, conrelid AS "on", conname AS name
  FROM pg_constraint k
  WHERE contype IN ('c', 'p', 'u', 'x', 'f') AND conrelid <> 0 AND coninhcount = 0 AND conparentid = 0
    AND NOT (contype = 'c' AND EXISTS (SELECT FROM pg_inherits WHERE inhparent = k.conrelid))
  UNION ALL
  SELECT 'INDEX', i.indrelid, c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
  WHERE NOT c.relispartition AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid)
  UNION ALL
  SELECT 'SEQUENCE', d.refobjid, c.relname FROM pg_depend d JOIN pg_class c ON c.oid = d.objid
  WHERE d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') AND c.relkind = 'S'`;

interface Part {
  readonly schema: string;
  readonly table: string;
  readonly kind: "CONSTRAINT" | "INDEX" | "SEQUENCE";
  readonly name: string;
}

const partsOfTables = `
  SELECT n.nspname AS schema, t.relname AS table, p.kind, p.name
  FROM (${parts}) p JOIN pg_class t ON t.oid = p.on JOIN pg_namespace n ON n.oid = t.relnamespace
  WHERE t.relkind IN ('r', 'p') ORDER BY 1, 2, 3, 4`;

/** Renames, and the statements that do them by hand. */
export interface DrawnRenames {
  readonly renames: readonly Rename[];
  readonly statements: readonly string[];
}

/**
 * One to three renames of tables and columns that the statements make, chosen by a number; none where there are no tables. Some
 * tables change names with each other, and some names of their keys, indexes and sequences follow.
 */
export async function drawRenames(
  statements: readonly string[],
  number: number,
  ground: Pick<ProvingGround, "client" | "isFree" | "shared">,
): Promise<DrawnRenames> {
  const found = await inTransaction(ground.client, async () => {
    await make(
      statements.filter((statement) => !ground.shared.has(statement)),
      ground,
    );
    const { rows } = await ground.client.query<Place>(places);
    return { places: rows, parts: (await ground.client.query<Part>(partsOfTables)).rows };
  });
  const renames = number % 4 === 3 ? exchangedTables(found.places, number) : renamedPlaces(found.places, number);
  const tables = renames.filter(({ kind }) => kind === "table");
  const followed = number % 2 === 1 ? followingNames(found.parts, tables, number) : [];
  return {
    renames,
    statements: [...(number % 4 === 3 ? exchange(tables) : renames.map(renameStatement)), ...followed],
  };
}

function renamedPlaces(rows: readonly Place[], number: number): readonly Rename[] {
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

/** Two tables of a schema that change names, if it has two. */
function exchangedTables(rows: readonly Place[], number: number): readonly Rename[] {
  const one = rows[(number * 31) % rows.length];
  const others = rows.filter(({ schema, table }) => schema === one?.schema && table !== one.table);
  const other = others[number % others.length];
  if (one === undefined || other === undefined) return [];
  const { schema } = one;
  return [
    { kind: "table", schema, from: one.table, to: other.table },
    { kind: "table", schema, from: other.table, to: one.table },
  ];
}

const exchange = ([one, other]: readonly Rename[]): readonly string[] =>
  one === undefined || other === undefined
    ? []
    : [{ ...one, to: "meanwhile" }, other, { ...one, from: "meanwhile" }].map(renameStatement);

/** Other names for what renamed tables have. Two of them that share the names of a schema change theirs. */
function followingNames(found: readonly Part[], tables: readonly Rename[], number: number): readonly string[] {
  const of = new Map(tables.map((rename) => [JSON.stringify([rename.schema, rename.from]), rename.to]));
  const following = found.flatMap((part) => {
    const table = of.get(JSON.stringify([part.schema, part.table]));
    return table === undefined ? [] : [{ ...part, table }];
  });
  const [one, other] = following.filter(({ kind }) => kind === "INDEX" || kind === "SEQUENCE");
  const exchanged =
    one === undefined || other === undefined || one.schema !== other.schema
      ? []
      : [
          nameStatement(one, "between"),
          nameStatement(other, one.name),
          nameStatement({ ...one, name: "between" }, other.name),
        ];
  const others = following.filter((part) => exchanged.length === 0 || (part !== one && part !== other));
  return [
    ...exchanged,
    ...others.map((part, place) => nameStatement(part, firstBytes(hostileName(`part${place}`, number + place)))),
  ];
}

const nameStatement = ({ schema, table, kind, name }: Part, to: string): string =>
  kind === "CONSTRAINT"
    ? `ALTER TABLE ${quote(schema)}.${quote(table)} RENAME CONSTRAINT ${quote(name)} TO ${quote(to)}`
    : `ALTER ${kind} ${quote(schema)}.${quote(name)} RENAME TO ${quote(to)}`;

/** As PostgreSQL cuts a name. */
function firstBytes(name: string): string {
  let end = name.length;
  while (Buffer.byteLength(name.slice(0, end)) > 63) end--;
  return name.slice(0, end).replace(/[\uD800-\uDBFF]$/, "");
}

function renameStatement(rename: Rename): string {
  const named = (name: string): string => `ALTER TABLE ${quote(rename.schema)}.${quote(name)}`;
  return rename.kind === "column"
    ? `${named(rename.table)} RENAME COLUMN ${quote(rename.from)} TO ${quote(rename.to)}`
    : `${named(rename.from)} RENAME TO ${quote(rename.to)}`;
}
