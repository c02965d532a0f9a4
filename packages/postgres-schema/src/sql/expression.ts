import { type Sql, trusted } from "./sql.ts";

// `status IN ('a', 'b')` on a varchar is an array of varchar that is cast to text[]. PostgreSQL prints the cast around
// the bare list; read again, the cast would go into the list and the expression would print differently from then on.
const castList = /\(ARRAY\[((?:'(?:[^']|'')*'::character varying(?:, )?)+)\]\)::text\[\]/g;

/** An expression or a query that PostgreSQL printed or that was parsed before, so that it reads as what it was. */
export const expression = (text: string): Sql =>
  trusted(text.replace(castList, "(ARRAY[$1]::character varying[])::text[]"));
