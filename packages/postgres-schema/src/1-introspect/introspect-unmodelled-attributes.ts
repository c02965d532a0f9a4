import type { ServerFacts } from "./catalog-family.ts";
import { hasComment, isMadeUp } from "./introspect-not-nulls.ts";
import { mayHave } from "./present-catalogs.ts";

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
export const unmodelledAttributes = (server: ServerFacts): string => {
  const { major } = server;
  return [
    conditionsOn("relations r LEFT JOIN pg_am am ON am.oid = r.relam", relationName, onRelation(major)),
    conditionsOn(
      "tables r JOIN pg_index i ON i.indrelid = r.oid JOIN pg_class c ON c.oid = i.indexrelid",
      "format('%I.%I', r.schema, c.relname)",
      onIndex,
    ),
    disabledConstraintTriggers,
    ...(mayHave(server, "pg_inherits") ? ofChildren(major) : []),
    ...(major < 18 ? [] : [commentsOnDomainNotNulls]),
  ].join("\n  UNION ALL ");
};

/** Of tables that have a parent. */
const ofChildren = (major: number): readonly string[] => [
  triggersOfPartitions,
  parametersOfPartitionsIndexes,
  ordersOfPartitionsIndexes,
  kindsOfPartitionsKeys,
  inheritedColumns,
  inheritedConstraints(major),
  commentsOnInherited,
  ...(major < 18 ? [] : [namesOfInherited]),
];

const onRelation = (major: number): readonly Condition[] => [
  ["tablespace", "r.reltablespace <> 0"],
  ["table access method", `r.kind IN (${major < 15 ? "'r', 'm'" : "'m'"}) AND am.amname <> 'heap'`],
];

const onIndex: readonly Condition[] = [
  ["index tablespace", "c.reltablespace <> 0"],
  // ALTER TABLE ONLY gives it to a partitioned table alone: it holds once each partition has one that is attached to it.
  [
    "key of a partitioned table that a partition does not have",
    "NOT i.indisvalid AND EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))",
  ],
];

// ALTER TABLE … DISABLE TRIGGER ALL switches off the triggers that enforce a foreign key, and the key looks the same.
const disabledConstraintTriggers = `
  SELECT DISTINCT 'foreign key with a disabled trigger', ${relationName} || '.' || quote_ident(k.conname)
  FROM tables r JOIN pg_constraint k ON k.conrelid = r.oid
  JOIN pg_trigger g ON g.tgconstraint = k.oid AND g.tgisinternal AND g.tgenabled <> 'O'`;

/** The triggers of a partitioned table are on its partitions, too, and each can be switched off there alone. */
const triggersOfPartitions = `
  SELECT 'trigger of a partition that is enabled otherwise than its parent''s', ${relationName} || '.' || quote_ident(g.tgname)
  FROM tables r
  JOIN pg_trigger g ON g.tgrelid = r.oid AND g.tgparentid <> 0
  JOIN pg_trigger p ON p.oid = g.tgparentid AND p.tgenabled <> g.tgenabled
  WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.oid = g.tgconstraint AND k.contype = 'f')`;

/** It is made with its parent's parameters, and can have others, too, but not none. */
const parametersOfPartitionsIndexes = `
  SELECT DISTINCT 'index of a partition without a parameter of its parent''s', format('%I.%I', r.schema, c.relname)
  FROM tables r
  JOIN pg_index i ON i.indrelid = r.oid
  JOIN pg_class c ON c.oid = i.indexrelid AND c.relispartition
  JOIN pg_class t ON t.oid = pg_partition_root(c.oid)
  CROSS JOIN LATERAL pg_options_to_table(t.reloptions) AS a (name, value)
  WHERE NOT EXISTS (SELECT FROM pg_options_to_table(c.reloptions) AS o (name, value) WHERE o.name = a.name)`;

/** ATTACH PARTITION takes an index that has its keys in another order or by another operator class of the family. */
const ordersOfPartitionsIndexes = `
  SELECT 'index of a partition in another order than its parent''s', format('%I.%I', r.schema, c.relname)
  FROM tables r
  JOIN pg_index i ON i.indrelid = r.oid
  JOIN pg_class c ON c.oid = i.indexrelid AND c.relispartition
  JOIN pg_index t ON t.indexrelid = pg_partition_root(c.oid)
  WHERE (i.indoption::text, i.indclass::text) <> (t.indoption::text, t.indclass::text)`;

/** A primary key takes a unique constraint of a partition for its part, and a unique constraint a partition's primary key. */
const kindsOfPartitionsKeys = `
  SELECT 'key of a partition that is of another kind than its parent''s', ${relationName} || '.' || quote_ident(k.conname)
  FROM tables r
  JOIN pg_constraint k ON k.conrelid = r.oid AND k.contype IN ('p', 'u', 'x') AND k.conparentid <> 0
  JOIN pg_constraint p ON p.oid = k.conparentid AND p.contype <> k.contype`;

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

/** A constraint is its parent's but for a check that is validated on a child already. */
const inheritedConstraints = (major: number): string => `
  SELECT DISTINCT 'inherited constraint that is validated or enforced otherwise than its parent''s',
         ${relationName} || '.' || quote_ident(k.conname)
  FROM tables r
  JOIN pg_constraint k ON k.conrelid = r.oid AND k.contype IN ('c', 'f', 'n') AND NOT k.conislocal
  JOIN pg_inherits i ON i.inhrelid = r.oid
  JOIN pg_constraint p ON p.conrelid = i.inhparent AND p.contype = k.contype AND CASE k.contype
    WHEN 'f' THEN p.oid = k.conparentid
    WHEN 'c' THEN p.conname = k.conname AND NOT p.connoinherit
    ELSE (SELECT a.attname FROM pg_attribute a WHERE a.attrelid = p.conrelid AND a.attnum = p.conkey[1]) =
         (SELECT a.attname FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attnum = k.conkey[1]) END
  WHERE (p.convalidated <> k.convalidated AND (k.contype <> 'c' OR p.convalidated))${major < 18 ? "" : " OR p.conenforced <> k.conenforced"}`;

/** A constraint that a table has from a parent is no object, so nothing can be said of it. */
const commentsOnInherited = `
  SELECT 'comment on an inherited constraint', ${relationName} || '.' || quote_ident(k.conname)
  FROM tables r
  JOIN pg_constraint k ON k.conrelid = r.oid
    AND (NOT k.conislocal OR k.conparentid <> 0 OR k.contype = 'n' AND k.coninhcount > 0)
  JOIN pg_description d ON d.classoid = 'pg_constraint'::regclass AND d.objoid = k.oid`;

/** PostgreSQL renames no inherited constraint, and the parent's not either while it is called otherwise on a child. */
const namesOfInherited = `
  SELECT 'inherited not-null constraint with a name of its own', ${relationName} || '.' || quote_ident(k.conname)
  FROM tables r
  JOIN pg_constraint k ON k.conrelid = r.oid AND k.contype = 'n' AND k.coninhcount > 0 AND NOT ${isMadeUp("k.conname")}
  WHERE NOT EXISTS (
    SELECT FROM pg_inherits i JOIN pg_constraint p ON p.conrelid = i.inhparent AND p.contype = 'n' AND p.conname = k.conname
    WHERE i.inhrelid = r.oid)`;

const commentsOnDomainNotNulls = `
  SELECT 'comment on the not-null constraint of a domain', format('%I.%I.%I', n.schema, t.typname, k.conname)
  FROM pg_constraint k JOIN pg_type t ON t.oid = k.contypid JOIN namespaces n ON n.oid = t.typnamespace
  WHERE k.contype = 'n' AND ${hasComment("k")}`;
