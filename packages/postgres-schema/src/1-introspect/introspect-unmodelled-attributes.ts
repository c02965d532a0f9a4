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
export const unmodelledAttributes = (server: ServerFacts): string =>
  [
    conditionsOn(
      "relations r JOIN pg_class c ON c.oid = r.oid LEFT JOIN pg_am am ON am.oid = c.relam",
      relationName,
      onRelation,
    ),
    conditionsOn(
      "tables r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped JOIN pg_type t ON t.oid = a.atttypid",
      `${relationName} || '.' || quote_ident(a.attname)`,
      onColumn(server),
    ),
    conditionsOn(
      "tables r JOIN pg_constraint k ON k.conrelid = r.oid LEFT JOIN pg_index i ON i.indexrelid = k.conindid",
      `${relationName} || '.' || quote_ident(k.conname)`,
      onConstraint(server),
    ),
    conditionsOn(
      "tables r JOIN pg_index i ON i.indrelid = r.oid JOIN pg_class c ON c.oid = i.indexrelid",
      "format('%I.%I', r.schema, c.relname)",
      onIndex,
    ),
    conditionsOn(identitySequences, relationName, onIdentitySequence),
    rules,
    disabledConstraintTriggers,
    commentsOnViewColumns,
  ].join("\n  UNION ALL");

const onRelation: readonly Condition[] = [
  ["storage parameters", "r.kind = 'r' AND c.reloptions IS NOT NULL"],
  ["replica identity", "r.kind = 'r' AND c.relreplident <> 'd'"],
  ["tablespace", "c.reltablespace <> 0"],
  ["table access method", "r.kind = 'r' AND am.amname <> 'heap'"],
  ["unlogged sequence", "r.kind = 'S' AND c.relpersistence = 'u'"],
  ["default of a view column", "r.kind = 'v' AND EXISTS (SELECT FROM pg_attrdef d WHERE d.adrelid = r.oid)"],
];

const onColumn = ({ major }: ServerFacts): readonly Condition[] => [
  ["column storage", "a.attstorage <> t.typstorage"],
  ["column compression", "a.attcompression <> ''"],
  // Null from PostgreSQL 17 where nothing is set, -1 before.
  ["column statistics target", "coalesce(a.attstattarget, -1) >= 0"],
  ["column options", "a.attoptions IS NOT NULL"],
  ...(major < 18 ? [] : [["virtual generated column", "a.attgenerated = 'v'"] as const]),
];

const onConstraint = ({ major }: ServerFacts): readonly Condition[] => [
  ["exclusion constraint", "k.contype = 'x'"],
  ["deferrable primary key", "k.contype = 'p' AND k.condeferrable"],
  ["constraint with included columns", "k.contype IN ('p', 'u') AND i.indnatts > i.indnkeyatts"],
  ["check that is not inherited", "k.contype = 'c' AND k.connoinherit"],
  ["foreign key with MATCH FULL", "k.contype = 'f' AND k.confmatchtype <> 's'"],
  ...(major < 15 ? [] : [["foreign key that sets some of its columns", "k.confdelsetcols IS NOT NULL"] as const]),
  ...(major < 18
    ? []
    : ([
        ["not-null constraint that is not validated", "k.contype = 'n' AND NOT k.convalidated"],
        ["not-null constraint that is not inherited", "k.contype = 'n' AND k.connoinherit"],
        ["constraint that is not enforced", "NOT k.conenforced"],
        ["constraint over periods", "k.conperiod"],
      ] as const)),
];

const onIndex: readonly Condition[] = [
  ["index storage parameters", "c.reloptions IS NOT NULL"],
  ["index tablespace", "c.reltablespace <> 0"],
  ["index that the table is clustered on", "i.indisclustered"],
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
  [
    "identity sequence with options",
    `(s.seqstart, s.seqincrement, s.seqmin, s.seqcache, s.seqcycle) <> (1, 1, 1, 1, false)
      OR s.seqmax <> CASE s.seqtypid WHEN 'smallint'::regtype THEN 32767 WHEN 'integer'::regtype THEN 2147483647
                                     ELSE 9223372036854775807 END`,
  ],
  ["privileges on an identity sequence", "EXISTS (SELECT FROM aclexplode(r.acl) x WHERE x.grantee <> r.owner)"],
  [
    "comment on an identity sequence",
    "EXISTS (SELECT FROM pg_description x WHERE x.classoid = 'pg_class'::regclass AND x.objoid = r.oid)",
  ],
];

const rules = `
  SELECT 'rule', ${relationName} || '.' || quote_ident(w.rulename)
  FROM relations r JOIN pg_rewrite w ON w.ev_class = r.oid WHERE w.rulename <> '_RETURN'`;

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
  WHERE r.kind = 'v'`;
