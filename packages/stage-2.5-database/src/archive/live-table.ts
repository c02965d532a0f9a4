import { ident, qualified, type Sql, sql, typeName } from "@build-it/postgres-schema";
import type { Client } from "pg";
import type { TablePlace } from "./find-losses.ts";

export interface LiveColumn {
  readonly name: string;
  /** As `format_type` prints it. */
  readonly type: string;
  /** Whether the type is PostgreSQL's own: one that is not may be dropped while its values are in the archive. */
  readonly builtIn: boolean;
  /** Whether it sorts by a rule of its own, which may be dropped as well. */
  readonly collated: boolean;
  readonly required: boolean;
  /** Whether it has a default, or numbers itself. */
  readonly fillsItself: boolean;
  readonly identity: "a" | "d" | "";
  readonly generated: boolean;
}

/** A table as it is on the target right now: what copying its rows and bringing them back must know. */
export interface LiveTable extends TablePlace {
  /** Where its name is not enough: without what other tables inherit from it. */
  readonly rows: Sql;
  readonly columns: readonly LiveColumn[];
  /** Sets of columns that tell its rows apart, the primary key first. */
  readonly keys: readonly (readonly string[])[];
  /** Whether row level security hides rows even from us. */
  readonly hidden: boolean;
  readonly triggers: readonly { readonly name: string; readonly enabled: "O" | "R" | "A" }[];
  readonly foreignKeys: readonly { readonly name: string; readonly target: TablePlace; readonly deferrable: boolean }[];
}

// A key that may be checked late, or that covers only some rows, tells nothing apart.
const query = `
SELECT c.relkind = 'r' AS plain,
  c.relrowsecurity AND c.relforcerowsecurity AND NOT (SELECT r.rolsuper OR r.rolbypassrls FROM pg_roles r WHERE r.rolname = current_user) AS hidden,
  (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
      'builtIn', t.typnamespace = 'pg_catalog'::regnamespace, 'collated', a.attcollation <> t.typcollation,
      'required', a.attnotnull, 'fillsItself', a.atthasdef OR a.attidentity <> '', 'identity', a.attidentity, 'generated', a.attgenerated <> '')
      ORDER BY a.attnum)
     FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
  (SELECT json_agg(k.names ORDER BY k.indisprimary DESC, k.indexrelid)
     FROM (SELECT i.indexrelid, i.indisprimary, json_agg(a.attname ORDER BY p.place) AS names, bool_and(a.attnotnull) AS filled
             FROM pg_index i CROSS JOIN unnest(i.indkey::int2[]) WITH ORDINALITY AS p(attnum, place)
             JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = p.attnum
            WHERE i.indrelid = c.oid AND i.indisunique AND i.indisvalid AND i.indimmediate AND i.indpred IS NULL
              AND i.indexprs IS NULL AND p.place <= i.indnkeyatts
            GROUP BY i.indexrelid, i.indisprimary) AS k
    WHERE k.filled) AS keys,
  (SELECT json_agg(json_build_object('name', g.tgname, 'enabled', g.tgenabled) ORDER BY g.tgname)
     FROM pg_trigger g WHERE g.tgrelid = c.oid AND NOT g.tgisinternal AND g.tgenabled <> 'D') AS triggers,
  (SELECT json_agg(json_build_object('name', f.conname, 'deferrable', f.condeferrable,
      'target', json_build_object('schema', tn.nspname, 'table', tc.relname)) ORDER BY f.conname)
     FROM pg_constraint f JOIN pg_class tc ON tc.oid = f.confrelid JOIN pg_namespace tn ON tn.oid = tc.relnamespace
    WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.conparentid = 0) AS "foreignKeys"
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = $1 AND c.relname = $2 AND c.relkind IN ('r', 'p')`;

type Row = { readonly plain: boolean; readonly hidden: boolean } & {
  readonly [Name in "columns" | "keys" | "triggers" | "foreignKeys"]: LiveTable[Name] | null;
};

/** Reads a table from the catalog; undefined where there is none of that name. */
export async function readLiveTable(client: Client, place: TablePlace): Promise<LiveTable | undefined> {
  const { schema, table } = place;
  const { rows } = await client.query<Row>(query, [schema, table]);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { plain, hidden, columns, keys, triggers, foreignKeys } = row;
  const name = qualified(schema, table);
  return {
    schema,
    table,
    rows: plain ? sql`ONLY ${name}` : name,
    hidden,
    columns: columns ?? [],
    keys: keys ?? [],
    triggers: triggers ?? [],
    foreignKeys: foreignKeys ?? [],
  };
}

export const columnOf = ({ columns }: LiveTable, name: string): LiveColumn | undefined =>
  columns.find((column) => column.name === name);

/** A column's value as the archive keeps it: of a type that nobody can drop, in PostgreSQL's own order. */
export function archivedValue({ name, builtIn, collated }: LiveColumn): Sql {
  const value = ident(name);
  if (!builtIn) return sql`${value}::pg_catalog.text COLLATE pg_catalog."default"`;
  return collated ? sql`${value} COLLATE pg_catalog."default"` : value;
}

/** A value from the archive, as the column takes it. */
export const restoredValue = ({ type }: LiveColumn, archived: Sql): Sql => sql`${archived}::${typeName(type)}`;

/** Whether two expressions of a column's type are the same, whatever rules of its own it compares by. */
export const sameValue = ({ builtIn, collated }: LiveColumn, one: Sql, other: Sql): Sql =>
  builtIn && !collated ? sql`${one} = ${other}` : sql`${asText(one)} = ${asText(other)}`;

/** A value as text, for comparing. */
export const asText = (value: Sql): Sql => sql`${value}::pg_catalog.text COLLATE pg_catalog."C"`;
