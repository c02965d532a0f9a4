import type { ObjectId } from "../schema/object-id.ts";
import type { Comment } from "../schema/objects.ts";
import { addressOf, type CatalogAddress } from "./catalog-family.ts";

export interface CommentRow {
  readonly catalog: `pg_${string}`;
  readonly oid: string;
  readonly column: number;
  readonly text: string;
}

const commented = (catalog: string, alias: string, rows: string): string => `
  SELECT '${catalog}' AS catalog, d.objoid AS oid, d.objsubid AS column, d.description AS text
  FROM ${rows} JOIN pg_description d ON d.classoid = '${catalog}'::regclass AND d.objoid = ${alias}.oid`;

const inSchema = (catalog: string, column: string): string => `${catalog} x JOIN namespaces n ON n.oid = x.${column}`;

/** initdb gives `public` a comment; it is nobody's. An extension's comment comes with it and is not ours either. */
export const commentsQuery = [
  `${commented("pg_namespace", "n", "namespaces n")}
   WHERE NOT (n.schema = 'public' AND d.description = 'standard public schema')`,
  commented("pg_class", "x", inSchema("pg_class", "relnamespace")),
  commented("pg_proc", "x", inSchema("pg_proc", "pronamespace")),
  commented("pg_type", "x", inSchema("pg_type", "typnamespace")),
  commented("pg_constraint", "x", inSchema("pg_constraint", "connamespace")),
  commented("pg_rewrite", "x", "relations r JOIN pg_rewrite x ON x.ev_class = r.oid"),
  commented("pg_statistic_ext", "x", inSchema("pg_statistic_ext", "stxnamespace")),
  commented("pg_event_trigger", "x", "pg_event_trigger x"),
  commented("pg_publication", "x", "pg_publication x"),
  commented("pg_trigger", "x", "relations r JOIN pg_trigger x ON x.tgrelid = r.oid"),
  commented("pg_policy", "x", "relations r JOIN pg_policy x ON x.polrelid = r.oid"),
].join("\n  UNION ALL");

/** Comments on objects that were found; others are left out. */
export const toComments = (
  rows: readonly CommentRow[],
  identify: (address: CatalogAddress) => ObjectId | undefined,
): readonly Comment[] =>
  rows.flatMap(({ catalog, oid, column, text }) => {
    const on = identify(addressOf(catalog, oid, column));
    return on === undefined ? [] : [{ kind: "comment", on, text }];
  });
