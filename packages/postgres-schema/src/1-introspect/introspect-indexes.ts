import { objectId } from "../schema/object-id.ts";
import type { Index, IndexKey } from "../schema/objects.ts";
import { addressOf, catalogFamily } from "./catalog-family.ts";

interface IndexRow extends Omit<Index, "kind" | "keys" | "include" | "dependsOn"> {
  readonly oid: string;
  /** Of the relation: a table or a materialized view. */
  readonly relation: "r" | "p" | "m";
  readonly keys: readonly IndexKey[];
  readonly include: readonly string[] | null;
}

/** Indexes but those behind a constraint: they are the constraint. */
export const indexes = catalogFamily<IndexRow>(
  ({ major }) => `
    SELECT i.indexrelid AS oid, r.kind AS relation, r.schema, r.name AS table, c.relname AS name, i.indisunique AS unique,
           ${major < 15 ? "false" : "i.indnullsnotdistinct"} AS "nullsNotDistinct", am.amname AS method,
           keys.keys, keys.include, pg_get_expr(i.indpred, i.indrelid) AS where, i.indisvalid AS valid
    FROM (SELECT * FROM relations WHERE kind IN ('r', 'p', 'm')) r
    JOIN pg_index i ON i.indrelid = r.oid
    JOIN pg_class c ON c.oid = i.indexrelid
    JOIN pg_am am ON am.oid = c.relam
    CROSS JOIN LATERAL (
      SELECT json_agg(json_build_object(
               'column', a.attname,
               'expression', CASE WHEN key.number = 0 THEN pg_get_indexdef(i.indexrelid, key.place::integer, false) END,
               'descending', i.indoption[key.place - 1] & 1 = 1,
               'nullsFirst', i.indoption[key.place - 1] & 2 = 2,
               'operatorClass', CASE WHEN NOT o.opcdefault OR x.attoptions IS NOT NULL THEN
                 CASE n.nspname WHEN 'pg_catalog' THEN '' ELSE quote_ident(n.nspname) || '.' END || quote_ident(o.opcname)
                   || CASE WHEN x.attoptions IS NULL THEN '' ELSE
                     (SELECT format(' (%s)', string_agg(format('%I = %L', option_name, option_value), ', '))
                      FROM pg_options_to_table(x.attoptions)) END END,
               'collation', CASE WHEN i.indcollation[key.place - 1] NOT IN (0, own.collation)
                            THEN i.indcollation[key.place - 1]::regcollation::text END
             ) ORDER BY key.place) FILTER (WHERE key.place <= i.indnkeyatts) AS keys,
             array_agg(a.attname ORDER BY key.place) FILTER (WHERE key.place > i.indnkeyatts) AS include
      FROM unnest(i.indkey::smallint[]) WITH ORDINALITY AS key (number, place)
      LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = key.number AND key.number <> 0
      LEFT JOIN pg_opclass o ON key.place <= i.indnkeyatts AND o.oid = i.indclass[key.place - 1]
      LEFT JOIN pg_namespace n ON n.oid = o.opcnamespace
      LEFT JOIN pg_attribute x ON x.attrelid = i.indexrelid AND x.attnum = key.place
      -- What the key has when nothing is said: the column's collation, or that of the expression's type.
      LEFT JOIN LATERAL (
        SELECT CASE WHEN key.number <> 0 THEN a.attcollation ELSE t.typcollation END AS collation
        FROM pg_attribute x JOIN pg_type t ON t.oid = x.atttypid
        WHERE x.attrelid = i.indexrelid AND x.attnum = key.place
      ) own ON true
    ) keys
    -- What belongs to the index of a partitioned table comes with it.
    WHERE NOT EXISTS (SELECT FROM pg_inherits h WHERE h.inhrelid = i.indexrelid) AND NOT EXISTS (
      SELECT FROM pg_constraint k
      WHERE k.conindid = i.indexrelid AND k.conrelid = i.indrelid AND k.contype IN ('p', 'u', 'x'))`,
  ({ oid, relation, include, ...index }, context) => {
    const address = addressOf("pg_class", oid);
    const uses = context.dependsOn(address);
    const dependsOn = relation !== "m" ? uses : [...uses, objectId("materialized_view", index.schema, index.table)];
    return [{ address, object: { kind: "index", ...index, include: include ?? [], dependsOn } }];
  },
);
