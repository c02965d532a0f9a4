import type { ReferentialAction, SchemaObject } from "../schema/objects.ts";
import { addressOf, type CatalogContext, catalogFamily } from "./catalog-family.ts";
import { mayHave } from "./present-catalogs.ts";

interface ConstraintRow {
  readonly oid: string;
  readonly relation: string;
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly type: "p" | "u" | "c" | "f" | "x";
  /** Numbers of columns, in the order of the key. */
  readonly key: readonly number[] | null;
  /** Numbers of columns that the index holds besides. */
  readonly include: readonly number[] | null;
  readonly no_inherit: boolean;
  readonly match_full: boolean | null;
  readonly delete_key: readonly number[] | null;
  readonly deferrable: boolean;
  readonly deferred: boolean;
  readonly validated: boolean;
  readonly unvalidated_in: readonly { readonly schema: string; readonly table: string }[] | null;
  readonly enforced: boolean;
  readonly nulls_not_distinct: boolean | null;
  readonly period: boolean;
  readonly expression: string | null;
  readonly target_schema: string | null;
  readonly target_table: string | null;
  readonly target: string;
  readonly target_key: readonly number[] | null;
  readonly on_delete: ActionCode;
  readonly on_update: ActionCode;
}

type ActionCode = "a" | "r" | "c" | "n" | "d" | " ";
const actions: Readonly<Record<ActionCode, ReferentialAction>> = {
  a: "no_action",
  r: "restrict",
  c: "cascade",
  n: "set_null",
  d: "set_default",
  " ": "no_action",
};

/** The tables below that have a check which is not validated from its table, and in which it is not validated either. */
const unvalidatedIn = `
           CASE WHEN k.contype = 'c' AND NOT k.convalidated THEN (
             WITH RECURSIVE below AS (
               SELECT h.inhrelid FROM pg_inherits h WHERE h.inhparent = k.conrelid
               UNION
               SELECT h.inhrelid FROM below b JOIN pg_inherits h ON h.inhparent = b.inhrelid
             )
             SELECT json_agg(json_build_object('schema', n.nspname, 'table', c.relname) ORDER BY n.nspname, c.relname)
             FROM below b JOIN pg_class c ON c.oid = b.inhrelid JOIN pg_namespace n ON n.oid = c.relnamespace
             JOIN pg_constraint o ON o.conrelid = c.oid AND o.contype = 'c' AND o.conname = k.conname
               AND NOT o.conislocal AND NOT o.convalidated) END`;

/** Constraints that a table declares itself. Not-null constraints, rows of their own from PostgreSQL 18, are the columns' `nullable`. */
export const constraints = catalogFamily<ConstraintRow>(
  (server) => {
    const { major } = server;
    return `
    SELECT k.oid, k.conrelid AS relation, r.schema, r.name AS table, k.conname AS name, k.contype AS type,
           k.conkey AS key,
           k.condeferrable AS deferrable, k.condeferred AS deferred, k.convalidated AS validated,
           ${major < 15 ? "false" : "i.indnullsnotdistinct"} AS nulls_not_distinct,
           CASE WHEN i.indnatts > i.indnkeyatts
                THEN (i.indkey::smallint[])[i.indnkeyatts : i.indnatts - 1] END AS include,
           ${major < 18 ? "false AS period, true AS enforced" : "k.conperiod AS period, k.conenforced AS enforced"},
           ${mayHave(server, "pg_inherits") ? unvalidatedIn : "NULL::json"} AS unvalidated_in,
           k.connoinherit AS no_inherit, k.confmatchtype = 'f' AS match_full,
           ${major < 15 ? "NULL::smallint[]" : "k.confdelsetcols"} AS delete_key,
           CASE WHEN k.contype = 'c' THEN pg_get_expr(k.conbin, k.conrelid)
                WHEN k.contype = 'x' THEN pg_get_constraintdef(k.oid) END AS expression,
           tn.nspname AS target_schema, t.relname AS target_table,
           k.confrelid AS target, k.confkey AS target_key,
           k.confdeltype AS on_delete, k.confupdtype AS on_update
    FROM tables r
    JOIN pg_constraint k ON k.conrelid = r.oid AND k.contype IN ('p', 'u', 'c', 'f', 'x')
      AND k.conislocal AND k.conparentid = 0
    LEFT JOIN pg_index i ON k.contype IN ('p', 'u') AND i.indexrelid = k.conindid
    LEFT JOIN pg_class t ON k.contype = 'f' AND t.oid = k.confrelid
    LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace`;
  },
  (row, context) => [{ address: addressOf("pg_constraint", row.oid), object: toConstraint(row, context) }],
);

const included = (row: ConstraintRow, context: CatalogContext): { readonly include?: readonly string[] } =>
  row.include === null ? {} : { include: context.columnNames(row.relation, row.include) };

function toConstraint(row: ConstraintRow, context: CatalogContext): SchemaObject {
  const identity = { schema: row.schema, table: row.table, name: row.name };
  const columns = context.columnNames(row.relation, row.key ?? []);
  const deferral = { deferrable: row.deferrable, initiallyDeferred: row.deferred };
  const enforcement = row.enforced ? {} : { notEnforced: true as const };
  switch (row.type) {
    case "p":
      return {
        kind: "primary_key",
        ...identity,
        columns,
        ...included(row, context),
        ...(row.deferrable ? { deferred: row.deferred ? "initially_deferred" : "deferrable" } : {}),
        ...(row.period ? { period: true } : {}),
      };
    case "u":
      return {
        kind: "unique",
        ...identity,
        columns,
        ...included(row, context),
        nullsNotDistinct: row.nulls_not_distinct ?? false,
        ...deferral,
        ...(row.period ? { period: true } : {}),
      };
    case "c":
      return {
        kind: "check",
        ...identity,
        expression: row.expression ?? "",
        validated: row.validated,
        ...(row.unvalidated_in === null || !row.enforced ? {} : { unvalidatedIn: row.unvalidated_in }),
        ...enforcement,
        ...(row.no_inherit ? { noInherit: true } : {}),
        dependsOn: context.dependsOn(addressOf("pg_constraint", row.oid)),
      };
    case "x":
      return {
        kind: "exclusion",
        ...identity,
        definition: row.expression ?? "",
        dependsOn: context.dependsOn(addressOf("pg_constraint", row.oid)),
      };
    case "f":
      return {
        kind: "foreign_key",
        ...identity,
        columns,
        references: {
          schema: row.target_schema ?? "",
          table: row.target_table ?? "",
          columns: context.columnNames(row.target, row.target_key ?? []),
        },
        onDelete: actions[row.on_delete],
        onUpdate: actions[row.on_update],
        ...(row.match_full ? { matchFull: true } : {}),
        ...(row.delete_key === null ? {} : { deleteColumns: context.columnNames(row.relation, row.delete_key) }),
        ...(row.period ? { period: true } : {}),
        ...deferral,
        validated: row.validated,
        ...enforcement,
      };
  }
}
