import type { ReferentialAction, SchemaObject } from "../schema/objects.ts";
import { addressOf, type CatalogContext, catalogFamily, type ServerFacts } from "./catalog-family.ts";
import { mayHave } from "./present-catalogs.ts";

/** The constraints that a table declares itself. */
interface TableConstraintsRow {
  readonly relation: string;
  readonly schema: string;
  readonly table: string;
  readonly constraints: readonly ConstraintRow[];
}

interface ConstraintRow {
  readonly oid: string;
  readonly name: string;
  readonly type: "p" | "u" | "c" | "f" | "x";
  /** Numbers of columns, in the order of the key. */
  readonly key: readonly number[] | null;
  readonly expression: string | null;
  /** Of a foreign key. */
  readonly target: TargetRow | null;
  readonly rare: RareAttributes | null;
}

interface TargetRow {
  readonly relation: string;
  readonly schema: string;
  readonly table: string;
  readonly key: readonly number[];
  readonly on_delete: ActionCode;
  readonly on_update: ActionCode;
}

/** What few constraints have otherwise than `usual`. */
interface RareAttributes {
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
}

const usual: RareAttributes = {
  include: null,
  no_inherit: false,
  match_full: false,
  delete_key: null,
  deferrable: false,
  deferred: false,
  validated: true,
  unvalidated_in: null,
  enforced: true,
  nulls_not_distinct: false,
  period: false,
};

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

const isRare = (major: number): string =>
  [
    "k.condeferrable OR NOT k.convalidated OR k.contype = 'c' AND k.connoinherit",
    "i.indnatts > i.indnkeyatts OR k.confmatchtype = 'f'",
    ...(major < 15 ? [] : ["i.indnullsnotdistinct OR k.confdelsetcols IS NOT NULL"]),
    ...(major < 18 ? [] : ["k.conperiod OR NOT k.conenforced"]),
  ].join(" OR ");

const rareAttributes = (server: ServerFacts): string => {
  const { major } = server;
  return `json_build_object(
             'include', CASE WHEN i.indnatts > i.indnkeyatts
                             THEN (i.indkey::smallint[])[i.indnkeyatts : i.indnatts - 1] END,
             'no_inherit', k.connoinherit, 'match_full', k.confmatchtype = 'f',
             'delete_key', ${major < 15 ? "NULL::smallint[]" : "k.confdelsetcols"},
             'deferrable', k.condeferrable, 'deferred', k.condeferred, 'validated', k.convalidated,
             'unvalidated_in', ${mayHave(server, "pg_inherits") ? unvalidatedIn : "NULL::json"},
             'enforced', ${major < 18 ? "true" : "k.conenforced"},
             'nulls_not_distinct', ${major < 15 ? "false" : "i.indnullsnotdistinct"},
             'period', ${major < 18 ? "false" : "k.conperiod"})`;
};

/** Constraints that a table declares itself. Not-null constraints, rows of their own from PostgreSQL 18, are the columns' `nullable`. */
export const constraints = catalogFamily<TableConstraintsRow>(
  (server) => `
    SELECT k.relation, r.schema, r.name AS table, k.constraints
    FROM (
      SELECT k.relation, json_agg(json_build_object('oid', k.oid, 'name', k.name, 'type', k.type, 'key', k.key,
               'expression', k.expression, 'target', k.target, 'rare', k.rare)) AS constraints
      FROM (
        SELECT k.conrelid AS relation, k.oid, k.conname AS name, k.contype AS type, k.conkey AS key,
               CASE WHEN k.contype = 'c' THEN pg_get_expr(k.conbin, k.conrelid)
                    WHEN k.contype = 'x' THEN pg_get_constraintdef(k.oid) END AS expression,
               CASE WHEN k.contype = 'f' THEN json_build_object(
                 'relation', k.confrelid, 'schema', tn.nspname, 'table', t.relname, 'key', k.confkey,
                 'on_delete', k.confdeltype, 'on_update', k.confupdtype) END AS target,
               CASE WHEN ${isRare(server.major)} THEN ${rareAttributes(server)} END AS rare
        FROM tables r
        JOIN pg_constraint k ON k.conrelid = r.oid AND k.contype IN ('p', 'u', 'c', 'f', 'x')
          AND k.conislocal AND k.conparentid = 0
        LEFT JOIN pg_index i ON k.contype IN ('p', 'u') AND i.indexrelid = k.conindid
        LEFT JOIN pg_class t ON k.contype = 'f' AND t.oid = k.confrelid
        LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace
      ) k
      GROUP BY k.relation
    ) k JOIN tables r ON r.oid = k.relation`,
  (row, context) =>
    row.constraints.map((constraint) => ({
      address: addressOf("pg_constraint", constraint.oid),
      object: toConstraint(row, constraint, context),
    })),
);

function toConstraint(
  { relation, schema, table }: TableConstraintsRow,
  { oid, name, type, key, expression, target, rare }: ConstraintRow,
  context: CatalogContext,
): SchemaObject {
  const identity = { schema, table, name };
  const columnsOf = (numbers: readonly number[]): readonly string[] => context.columnNames(relation, numbers);
  const { include, period, deferrable, deferred, validated, ...more } = rare ?? usual;
  const included = include === null ? {} : { include: columnsOf(include) };
  const enforcement = more.enforced ? {} : { notEnforced: true as const };
  switch (type) {
    case "p":
      return {
        kind: "primary_key",
        ...identity,
        columns: columnsOf(key ?? []),
        ...included,
        ...(deferrable ? { deferred: deferred ? "initially_deferred" : "deferrable" } : {}),
        ...(period ? { period: true } : {}),
      };
    case "u":
      return {
        kind: "unique",
        ...identity,
        columns: columnsOf(key ?? []),
        ...included,
        nullsNotDistinct: more.nulls_not_distinct ?? false,
        deferrable,
        initiallyDeferred: deferred,
        ...(period ? { period: true } : {}),
      };
    case "c":
      return {
        kind: "check",
        ...identity,
        expression: expression ?? "",
        validated,
        ...(more.unvalidated_in === null || !more.enforced ? {} : { unvalidatedIn: more.unvalidated_in }),
        ...enforcement,
        ...(more.no_inherit ? { noInherit: true } : {}),
        dependsOn: context.dependsOn(addressOf("pg_constraint", oid)),
      };
    case "x":
      return {
        kind: "exclusion",
        ...identity,
        definition: expression ?? "",
        dependsOn: context.dependsOn(addressOf("pg_constraint", oid)),
      };
    case "f":
      return {
        kind: "foreign_key",
        ...identity,
        columns: columnsOf(key ?? []),
        references: {
          schema: target?.schema ?? "",
          table: target?.table ?? "",
          columns: target === null ? [] : context.columnNames(target.relation, target.key),
        },
        onDelete: actions[target?.on_delete ?? " "],
        onUpdate: actions[target?.on_update ?? " "],
        ...(more.match_full ? { matchFull: true } : {}),
        ...(more.delete_key === null ? {} : { deleteColumns: columnsOf(more.delete_key) }),
        ...(period ? { period: true } : {}),
        deferrable,
        initiallyDeferred: deferred,
        validated,
        ...enforcement,
      };
  }
}
