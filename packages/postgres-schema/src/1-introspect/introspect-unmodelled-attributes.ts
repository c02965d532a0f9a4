import type { ServerFacts } from "./catalog-family.ts";

const onTable = (what: string, rows: string, name: string, where: string): string => `
  SELECT '${what}' AS what, format('%I.%I', r.schema, r.name)${name === "" ? "" : ` || '.' || quote_ident(${name})`} AS name
  FROM ${rows} WHERE ${where}`;

const onColumn = (what: string, where: string): string =>
  onTable(
    what,
    `tables r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
       JOIN pg_type t ON t.oid = a.atttypid`,
    "a.attname",
    where,
  );

const onConstraint = (what: string, where: string): string =>
  onTable(
    what,
    "tables r JOIN pg_constraint k ON k.conrelid = r.oid LEFT JOIN pg_index i ON i.indexrelid = k.conindid",
    "k.conname",
    where,
  );

const onIndex = (what: string, where: string): string => `
  SELECT '${what}' AS what, format('%I.%I', r.schema, c.relname) AS name
  FROM tables r JOIN pg_index i ON i.indrelid = r.oid JOIN pg_class c ON c.oid = i.indexrelid
  WHERE ${where}`;

/** A sequence's relation and its row, with the dependency that ties it to an identity column. */
const identitySequences = `
  relations r JOIN pg_sequence s ON s.seqrelid = r.oid
  JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = r.oid AND d.deptype = 'i'`;

/** Attributes of the objects we model that their objects have no words for, where they are not at their defaults. */
export const unmodelledAttributes = ({ major }: ServerFacts): string =>
  [
    ...tableAttributes,
    ...columnAttributes,
    ...(major < 18
      ? []
      : [
          onColumn("virtual generated column", "a.attgenerated = 'v'"),
          onConstraint("not-null constraint that is not validated", "k.contype = 'n' AND NOT k.convalidated"),
          onConstraint("not-null constraint that is not inherited", "k.contype = 'n' AND k.connoinherit"),
          onConstraint("constraint that is not enforced", "NOT k.conenforced"),
          onConstraint("constraint over periods", "k.conperiod"),
        ]),
    ...constraintAttributes,
    ...(major < 15 ? [] : [onConstraint("foreign key that sets some of its columns", "k.confdelsetcols IS NOT NULL")]),
    ...indexAttributes,
    ...sequenceAttributes,
    ...attachments,
  ].join("\n  UNION ALL");

const tableAttributes = [
  onTable("storage parameters", "tables r", "", "r.options IS NOT NULL"),
  onTable("replica identity", "tables r JOIN pg_class c ON c.oid = r.oid", "", "c.relreplident <> 'd'"),
  onTable("tablespace", "tables r JOIN pg_class c ON c.oid = r.oid", "", "c.reltablespace <> 0"),
  onTable(
    "table access method",
    "tables r JOIN pg_class c ON c.oid = r.oid JOIN pg_am am ON am.oid = c.relam",
    "",
    "am.amname <> 'heap'",
  ),
  onTable("rule", "relations r JOIN pg_rewrite w ON w.ev_class = r.oid", "w.rulename", "w.rulename <> '_RETURN'"),
  // Only ALTER VIEW can set one; it is used when rows are inserted through the view.
  onTable("default of a view column", "relations r JOIN pg_attrdef d ON d.adrelid = r.oid", "", "r.kind = 'v'"),
];

const columnAttributes = [
  onColumn("column storage", "a.attstorage <> t.typstorage"),
  onColumn("column compression", "a.attcompression <> ''"),
  // Null from PostgreSQL 17 where nothing is set, -1 before.
  onColumn("column statistics target", "a.attstattarget >= 0"),
  onColumn("column options", "a.attoptions IS NOT NULL"),
];

const constraintAttributes = [
  onConstraint("exclusion constraint", "k.contype = 'x'"),
  onConstraint("deferrable primary key", "k.contype = 'p' AND k.condeferrable"),
  onConstraint("constraint with included columns", "k.contype IN ('p', 'u') AND i.indnatts > i.indnkeyatts"),
  onConstraint("check that is not inherited", "k.contype = 'c' AND k.connoinherit"),
  onConstraint("foreign key with MATCH FULL", "k.contype = 'f' AND k.confmatchtype <> 's'"),
  onConstraint(
    "constraint with a disabled trigger",
    "EXISTS (SELECT FROM pg_trigger g WHERE g.tgconstraint = k.oid AND g.tgisinternal AND g.tgenabled <> 'O')",
  ),
];

const indexAttributes = [
  onIndex("index storage parameters", "c.reloptions IS NOT NULL"),
  onIndex("index tablespace", "c.reltablespace <> 0"),
  onIndex("index that the table is clustered on", "i.indisclustered"),
  onIndex(
    "index key options",
    "EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND (a.attoptions IS NOT NULL OR a.attstattarget >= 0))",
  ),
];

const sequenceAttributes = [
  onTable("unlogged sequence", "relations r", "", "r.kind = 'S' AND r.persistence = 'u'"),
  onTable(
    "identity sequence with options",
    identitySequences,
    "",
    `(s.seqstart, s.seqincrement, s.seqmin, s.seqcache, s.seqcycle) <> (1, 1, 1, 1, false)
      OR s.seqmax <> CASE s.seqtypid WHEN 'smallint'::regtype THEN 32767 WHEN 'integer'::regtype THEN 2147483647
                                     ELSE 9223372036854775807 END`,
  ),
  onTable(
    "privileges on an identity sequence",
    identitySequences,
    "",
    "EXISTS (SELECT FROM aclexplode(r.acl) x WHERE x.grantee <> r.owner)",
  ),
];

/** Comments on what is no object of its own. */
const attachments = [
  onTable(
    "comment on a view column",
    `relations r JOIN pg_description x ON x.classoid = 'pg_class'::regclass AND x.objoid = r.oid AND x.objsubid > 0
       JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum = x.objsubid`,
    "a.attname",
    "r.kind = 'v'",
  ),
  onIndex(
    "comment on the index of a constraint",
    `EXISTS (SELECT FROM pg_description x WHERE x.classoid = 'pg_class'::regclass AND x.objoid = c.oid)
      AND EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x'))`,
  ),
  onTable(
    "comment on an identity sequence",
    identitySequences,
    "",
    "EXISTS (SELECT FROM pg_description x WHERE x.classoid = 'pg_class'::regclass AND x.objoid = r.oid)",
  ),
];
