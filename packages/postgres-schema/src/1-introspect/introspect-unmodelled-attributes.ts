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
      onRelation,
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
    conditionsOn(identitySequences, relationName, onIdentitySequence),
    disabledConstraintTriggers,
    commentsOnViewColumns,
    inheritedColumns,
  ].join("\n  UNION ALL");

const onRelation: readonly Condition[] = [
  ["tablespace", "c.reltablespace <> 0"],
  ["table access method", "r.kind IN ('r', 'm') AND am.amname <> 'heap'"],
  ["unlogged sequence", "r.kind = 'S' AND c.relpersistence = 'u'"],
  ["default of a view column", "r.kind = 'v' AND EXISTS (SELECT FROM pg_attrdef d WHERE d.adrelid = r.oid)"],
];

const onConstraint: readonly Condition[] = [
  ["not-null constraint that is not validated", "k.contype = 'n' AND NOT k.convalidated"],
  ["not-null constraint that is not inherited", "k.contype = 'n' AND k.connoinherit"],
  ["constraint that is not enforced", "NOT k.conenforced"],
  ["constraint over periods", "k.conperiod"],
];

const onIndex: readonly Condition[] = [
  ["index tablespace", "c.reltablespace <> 0"],
  [
    "index key options",
    `EXISTS (SELECT FROM pg_attribute a
             WHERE a.attrelid = c.oid AND (a.attoptions IS NOT NULL OR coalesce(a.attstattarget, -1) >= 0))`,
  ],
  [
    "comment on the index of a constraint",
    `EXISTS (SELECT FROM pg_description x WHERE x.classoid = 'pg_class'::regclass AND x.objoid = c.oid)
      AND EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x'))`,
  ],
];

/** An identity sequence hangs on its column by an internal dependency. */
const identitySequences = `relations r JOIN pg_sequence s ON s.seqrelid = r.oid
  JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = r.oid AND d.deptype = 'i'`;

const onIdentitySequence: readonly Condition[] = [
  ["privileges on an identity sequence", "EXISTS (SELECT FROM aclexplode(r.acl) x WHERE x.grantee <> r.owner)"],
  [
    "comment on an identity sequence",
    "EXISTS (SELECT FROM pg_description x WHERE x.classoid = 'pg_class'::regclass AND x.objoid = r.oid)",
  ],
];

// ALTER TABLE … DISABLE TRIGGER ALL switches off the triggers that enforce a foreign key, and the key looks the same.
const disabledConstraintTriggers = `
  SELECT DISTINCT 'foreign key with a disabled trigger', ${relationName} || '.' || quote_ident(k.conname)
  FROM tables r JOIN pg_constraint k ON k.conrelid = r.oid
  JOIN pg_trigger g ON g.tgconstraint = k.oid AND g.tgisinternal AND g.tgenabled <> 'O'`;

const commentsOnViewColumns = `
  SELECT 'comment on a view column', ${relationName} || '.' || quote_ident(a.attname)
  FROM relations r
  JOIN pg_description x ON x.classoid = 'pg_class'::regclass AND x.objoid = r.oid AND x.objsubid > 0
  JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum = x.objsubid
  WHERE r.kind IN ('v', 'm')`;

/** An inherited column is its parent's, so nothing of its own can be said. */
const inheritedColumns = `
  SELECT DISTINCT 'inherited column that differs from its parent''s', ${relationName} || '.' || quote_ident(a.attname)
  FROM tables r
  JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped AND NOT a.attislocal
  JOIN pg_inherits i ON i.inhrelid = r.oid
  JOIN pg_attribute p ON p.attrelid = i.inhparent AND p.attname = a.attname
  WHERE (a.attnotnull, a.attstorage, a.attcompression, coalesce(a.attstattarget, -1), a.attoptions::text)
          IS DISTINCT FROM
        (p.attnotnull, p.attstorage, p.attcompression, coalesce(p.attstattarget, -1), p.attoptions::text)
     OR (SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum)
          IS DISTINCT FROM
        (SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d WHERE d.adrelid = p.attrelid AND d.adnum = p.attnum)
     OR EXISTS (SELECT FROM pg_description x
                WHERE x.classoid = 'pg_class'::regclass AND x.objoid = r.oid AND x.objsubid = a.attnum)`;
