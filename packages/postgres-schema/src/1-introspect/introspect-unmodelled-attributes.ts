import type { ServerFacts } from "./catalog-family.ts";

/** What it is called, and the condition under which it is there. */
type Condition = readonly [what: string, where: string];

/**
 * Names each condition that holds on a row. One scan of the rows for all conditions; only the few rows where one holds
 * are looked at again.
 */
const conditionsOn = (rows: string, name: string, conditions: readonly Condition[]): string => `
  SELECT condition.what, ${name} AS name
  FROM ${rows}
  CROSS JOIN LATERAL (VALUES ${conditions.map(([what, where]) => `('${what}', ${where})`).join(",\n    ")})
    AS condition (what, holds)
  WHERE (${conditions.map(([, where]) => where).join("\n    OR ")}) AND condition.holds`;

const relationName = "format('%I.%I', r.schema, r.name)";

/** Attributes of the objects we model that their objects have no words for, where they are not at their defaults. */
export const unmodelledAttributes = ({ major }: ServerFacts): string =>
  [
    conditionsOn(
      "relations r JOIN pg_class c ON c.oid = r.oid LEFT JOIN pg_am am ON am.oid = c.relam",
      relationName,
      onRelation(major),
    ),
    ...(major < 18
      ? []
      : [
          conditionsOn(
            "tables r JOIN pg_constraint k ON k.conrelid = r.oid",
            `${relationName} || '.' || quote_ident(k.conname)`,
            onConstraint,
          ),
        ]),
    conditionsOn(
      "tables r JOIN pg_index i ON i.indrelid = r.oid JOIN pg_class c ON c.oid = i.indexrelid",
      "format('%I.%I', r.schema, c.relname)",
      onIndex,
    ),
    disabledConstraintTriggers,
    inheritedColumns,
    inheritedChecks,
  ].join("\n  UNION ALL ");

const onRelation = (major: number): readonly Condition[] => [
  ["tablespace", "c.reltablespace <> 0"],
  ["table access method", `r.kind IN (${major < 15 ? "'r', 'm'" : "'m'"}) AND am.amname <> 'heap'`],
];

const onConstraint: readonly Condition[] = [
  ["not-null constraint that is not validated", "k.contype = 'n' AND NOT k.convalidated"],
  ["not-null constraint that is not inherited", "k.contype = 'n' AND k.connoinherit"],
];

const onIndex: readonly Condition[] = [["index tablespace", "c.reltablespace <> 0"]];

// ALTER TABLE … DISABLE TRIGGER ALL switches off the triggers that enforce a foreign key, and the key looks the same.
const disabledConstraintTriggers = `
  SELECT DISTINCT 'foreign key with a disabled trigger', ${relationName} || '.' || quote_ident(k.conname)
  FROM tables r JOIN pg_constraint k ON k.conrelid = r.oid
  JOIN pg_trigger g ON g.tgconstraint = k.oid AND g.tgisinternal AND g.tgenabled <> 'O'`;

/** An inherited column is its parent's but for its default, its being required and its comment. */
const inheritedColumns = `
  SELECT DISTINCT 'inherited column that differs from its parent''s', ${relationName} || '.' || quote_ident(a.attname)
  FROM tables r
  JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped AND NOT a.attislocal
  JOIN pg_inherits i ON i.inhrelid = r.oid
  JOIN pg_attribute p ON p.attrelid = i.inhparent AND p.attname = a.attname
  WHERE (a.attstorage, a.attcompression, coalesce(a.attstattarget, -1), a.attoptions::text)
          IS DISTINCT FROM
        (p.attstorage, p.attcompression, coalesce(p.attstattarget, -1), p.attoptions::text)
     OR a.attgenerated <> '' AND
        (SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum)
          IS DISTINCT FROM
        (SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d WHERE d.adrelid = p.attrelid AND d.adnum = p.attnum)`;

/** A check that is validated on a child and not on its parent, or the other way round. */
const inheritedChecks = `
  SELECT DISTINCT 'inherited check that is validated otherwise than its parent''s', ${relationName} || '.' || quote_ident(k.conname)
  FROM tables r
  JOIN pg_constraint k ON k.conrelid = r.oid AND k.contype = 'c' AND NOT k.conislocal
  JOIN pg_inherits i ON i.inhrelid = r.oid
  JOIN pg_constraint p ON p.conrelid = i.inhparent AND p.contype = 'c' AND p.conname = k.conname
  WHERE p.convalidated <> k.convalidated`;
