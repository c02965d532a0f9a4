import { createHash } from "node:crypto";
import { longestNameInBytes } from "../schema/made-up-name.ts";
import { Sql } from "./sql.ts";

/** A name as SQL. Quoted unless it is plain lower case and no word of the language. */
export function ident(name: string): Sql {
  const plain = /^[a-z_][a-z0-9_]*$/.test(name) && !keywords.has(name);
  return plain ? Sql.of(name) : quoted(name);
}

/** A name in quotes: in PL/pgSQL, which has words of its own, every name is one then. */
export function quoted(name: string): Sql {
  if (name.includes("\u0000")) throw new Error("a name cannot hold a NUL character");
  return Sql.of(`"${name.replaceAll('"', '""')}"`);
}

/** A name in a schema, always with the schema: the search_path decides nothing. */
export const qualified = (schema: string, name: string): Sql => Sql.of(`${ident(schema).text}.${ident(name).text}`);

/** A role; `public` is the word for everyone. */
export const role = (name: string): Sql => (name === "public" ? Sql.of("PUBLIC") : ident(name));

/**
 * The name if it fits in 63 bytes, else its beginning and a hash of the whole: the same name for the same long name,
 * and different names for different ones.
 */
export function shortenName(name: string): string {
  if (Buffer.byteLength(name) <= longestNameInBytes) return name;
  const ending = `_${createHash("sha256").update(name).digest("hex").slice(0, 8)}`;
  let beginning = name;
  while (Buffer.byteLength(beginning) + ending.length > longestNameInBytes)
    beginning = [...beginning].slice(0, -1).join("");
  return beginning + ending;
}

// Every word that PostgreSQL 14 to 18 does not take as a plain column and table name everywhere (`pg_get_keywords()`
// where catcode is not U), and a few that only read badly bare.
const keywords = new Set(
  `all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both case cast char
  character check coalesce collate collation column concurrently constraint create cross current_catalog current_date
  current_role current_schema current_time current_timestamp current_user dec decimal default deferrable desc distinct do
  else end except exists extract false fetch float for foreign freeze from full grant greatest group grouping having ilike
  in initially inner inout int integer intersect interval into is isnull join json json_array json_arrayagg json_exists
  json_object json_objectagg json_query json_scalar json_serialize json_table json_value lateral leading least left like
  limit localtime localtimestamp merge_action national natural nchar none normalize not notnull null nullif numeric offset
  on only or order out outer overlaps overlay placing position precision primary real references returning right row select
  session_user setof similar smallint some substring symmetric system_user table tablesample then time timestamp to trailing
  treat trim true union unique user using values varchar variadic verbose when where window with xmlattributes xmlconcat
  xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable`.split(/\s+/),
);
