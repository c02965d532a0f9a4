import { createHash } from "node:crypto";
import { longestNameInBytes } from "../schema/made-up-name.ts";
import { quotedName, spelledName } from "../schema/spelled-name.ts";
import { Sql } from "./sql.ts";

/** A name as SQL. Quoted unless it is plain lower case and no word of the language. */
export const ident = (name: string): Sql => Sql.of(spelledName(name));

/** A name in quotes: in PL/pgSQL, which has words of its own, every name is one then. */
export const quoted = (name: string): Sql => Sql.of(quotedName(name));

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
