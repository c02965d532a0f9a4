import { objectId } from "../schema/object-id.ts";
import type { Index, IndexKey } from "../schema/objects.ts";
import { addressOf, type CatalogContext, catalogFamily } from "./catalog-family.ts";
import { defaultCollation } from "./shared-relations.ts";

interface IndexRow extends Omit<Index, "kind" | "keys" | "include" | "dependsOn"> {
  readonly oid: string;
  readonly relation: string;
  /** Of the relation: a table or a materialized view. */
  readonly relation_kind: "r" | "p" | "m";
  /** Numbers of columns, 0 for an expression: those of the key, then those that the index holds besides. */
  readonly columns: readonly number[];
  /** Of each part of the key: 1 for descending, 2 for nulls first. */
  readonly options: readonly number[];
  /** What few keys have, by their places from 1. */
  readonly rare: Readonly<Record<number, RareAttributes>> | null;
}

type RareAttributes = Pick<IndexKey, "expression" | "operatorClass" | "collation">;

const usual: RareAttributes = { expression: null, operatorClass: null, collation: null };

/** Of the index i: what of its keys is not a column alone, by the operator class and the collation that it has if nothing is said. */
const rareAttributes = `
    (SELECT json_object_agg(key.place, json_build_object(
              'expression', CASE WHEN key.number = 0 THEN pg_get_indexdef(i.indexrelid, key.place::integer, false) END,
              'operatorClass', CASE WHEN NOT o.opcdefault OR x.attoptions IS NOT NULL THEN
                CASE n.nspname WHEN 'pg_catalog' THEN '' ELSE quote_ident(n.nspname) || '.' END || quote_ident(o.opcname)
                  || CASE WHEN x.attoptions IS NULL THEN '' ELSE
                    (SELECT format(' (%s)', string_agg(format('%I = %L', option_name, option_value), ', '))
                     FROM pg_options_to_table(x.attoptions)) END END,
              -- What the key has when nothing is said: the column's collation, or that of the expression's type.
              'collation', CASE WHEN i.indcollation[key.place - 1] NOT IN
                  (0, CASE WHEN key.number <> 0 THEN a.attcollation ELSE t.typcollation END)
                THEN i.indcollation[key.place - 1]::regcollation::text END))
     FROM unnest(i.indkey::smallint[]) WITH ORDINALITY AS key (number, place)
     JOIN pg_attribute x ON x.attrelid = i.indexrelid AND x.attnum = key.place
     JOIN pg_type t ON t.oid = x.atttypid
     JOIN pg_opclass o ON o.oid = i.indclass[key.place - 1]
     JOIN pg_namespace n ON n.oid = o.opcnamespace
     LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = key.number AND key.number <> 0
     WHERE key.place <= i.indnkeyatts)`;

/**
 * Whether the index i may have anything rare: asked of it as a whole, since to look up what each key has takes three times as
 * long as all the rest.
 */
const mayBeRare = `
    i.indexprs IS NOT NULL OR i.indclass::oid[] && ARRAY(SELECT oid FROM pg_opclass WHERE NOT opcdefault)
      OR NOT i.indcollation::oid[] <@ '{0, ${defaultCollation}}'
      OR i.indrelid IN (SELECT attrelid FROM unusual_columns WHERE attcollation NOT IN (0, ${defaultCollation}))
      OR i.indexrelid IN (SELECT attrelid FROM unusual_columns WHERE attoptions IS NOT NULL)`;

/** Indexes but those behind a constraint: they are the constraint. */
export const indexes = catalogFamily<IndexRow>(
  ({ major }) => `
    SELECT i.indexrelid AS oid, r.oid AS relation, r.kind AS relation_kind, r.schema, r.name AS table, c.relname AS name, i.indisunique AS unique,
           ${major < 15 ? "false" : "i.indnullsnotdistinct"} AS "nullsNotDistinct", am.amname AS method,
           i.indkey::smallint[] AS columns, i.indoption::smallint[] AS options,
           CASE WHEN ${mayBeRare} THEN ${rareAttributes} END AS rare,
           pg_get_expr(i.indpred, i.indrelid) AS where, i.indisvalid AS valid
    FROM (SELECT * FROM relations WHERE kind IN ('r', 'p', 'm')) r
    JOIN pg_index i ON i.indrelid = r.oid
    JOIN pg_class c ON c.oid = i.indexrelid
    JOIN pg_am am ON am.oid = c.relam
    -- What belongs to the index of a partitioned table comes with it.
    WHERE NOT EXISTS (SELECT FROM pg_inherits h WHERE h.inhrelid = i.indexrelid) AND NOT EXISTS (
      SELECT FROM pg_constraint k
      WHERE k.conindid = i.indexrelid AND k.conrelid = i.indrelid AND k.contype IN ('p', 'u', 'x'))`,
  (row, context) => [{ address: addressOf("pg_class", row.oid), object: toIndex(row, context) }],
);

function toIndex(
  { oid, relation, relation_kind, columns, options, rare, ...row }: IndexRow,
  context: CatalogContext,
): Index {
  const { schema, table, name, unique, nullsNotDistinct, method, where, valid } = row;
  const uses = context.dependsOn(addressOf("pg_class", oid));
  return {
    kind: "index",
    schema,
    table,
    name,
    unique,
    nullsNotDistinct,
    method,
    keys: options.map((option, place): IndexKey => {
      const { expression, operatorClass, collation } = rare?.[place + 1] ?? usual;
      const column = expression === null ? context.columnNames(relation, columns.slice(place, place + 1))[0] : null;
      return {
        column: column ?? null,
        expression,
        descending: (option & 1) === 1,
        nullsFirst: (option & 2) === 2,
        operatorClass,
        collation,
      };
    }),
    where,
    valid,
    include: context.columnNames(relation, columns.slice(options.length)),
    dependsOn: relation_kind !== "m" ? uses : [...uses, objectId("materialized_view", schema, table)],
  };
}
