/** Rows of one catalog that belong to the named schemas, and what of them counts. */
interface CountedRows {
  readonly name: string;
  /** Columns of a record that is hashed. */
  readonly facts: string;
  readonly from: string;
}

/**
 * A row's version: the transaction and the command that wrote it. The command counts since a transaction may change a
 * row of its own once more. A change that is rolled back leaves its mark on the command: a needless reading, no more.
 */
const version = "x.tableoid, x.xmin, x.cmin";

const byVersion = (catalog: string, rows: string, identity: string): CountedRows => ({
  name: catalog,
  facts: `${identity}, ${version}`,
  from: `pg_catalog.${catalog} x ${rows}`,
});
const inSchema = (catalog: string, column: string): CountedRows =>
  byVersion(catalog, `JOIN namespaces n ON n.oid = x.${column}`, "x.oid");
const onRelation = (catalog: string, column: string, identity = "x.oid"): CountedRows =>
  byVersion(catalog, `JOIN relations r ON r.oid = x.${column}`, identity);
const onType = (catalog: string, column: string): CountedRows =>
  byVersion(
    catalog,
    `JOIN pg_catalog.pg_type t ON t.oid = x.${column} JOIN namespaces n ON n.oid = t.typnamespace`,
    `x.${column}`,
  );
const inDatabase = (catalog: string): CountedRows => byVersion(catalog, "", "x.oid");

/** Everything that `introspectSchema` reads, and what it names as not modelled, by the catalog that holds it. */
export const countedRows: readonly CountedRows[] = [
  // By their attributes: TRUNCATE, REINDEX and VACUUM FULL write a new version of these rows, and change no schema.
  // Privileges as text: their own hash leaves out whether they may be passed on.
  {
    name: "pg_class",
    facts: `x.oid, x.relname, x.relnamespace, x.reloftype, x.relowner, x.relam, x.reltablespace, x.relpersistence,
      x.relkind, x.relnatts, x.relrowsecurity, x.relforcerowsecurity, x.relreplident, x.relispartition,
      x.reloptions, x.relpartbound::pg_catalog.text, x.relacl::pg_catalog.text`,
    from: "relations x",
  },
  byVersion("pg_namespace", "JOIN namespaces n ON n.oid = x.oid", "x.oid"),
  onRelation("pg_attribute", "attrelid", "x.attrelid, x.attnum"),
  onRelation("pg_attrdef", "adrelid"),
  onRelation("pg_index", "indexrelid", "x.indexrelid"),
  onRelation("pg_rewrite", "ev_class"),
  onRelation("pg_policy", "polrelid"),
  onRelation("pg_sequence", "seqrelid", "x.seqrelid"),
  onRelation("pg_inherits", "inhrelid", "x.inhrelid, x.inhparent"),
  onRelation("pg_partitioned_table", "partrelid", "x.partrelid"),
  onRelation("pg_foreign_table", "ftrelid", "x.ftrelid"),
  onRelation("pg_publication_rel", "prrelid"),
  // Those that enforce a foreign key too: one that is disabled enforces nothing.
  onRelation("pg_trigger", "tgrelid"),
  inSchema("pg_constraint", "connamespace"),
  inSchema("pg_proc", "pronamespace"),
  inSchema("pg_type", "typnamespace"),
  inSchema("pg_statistic_ext", "stxnamespace"),
  inSchema("pg_collation", "collnamespace"),
  inSchema("pg_operator", "oprnamespace"),
  inSchema("pg_opclass", "opcnamespace"),
  inSchema("pg_opfamily", "opfnamespace"),
  inSchema("pg_conversion", "connamespace"),
  inSchema("pg_ts_config", "cfgnamespace"),
  inSchema("pg_ts_dict", "dictnamespace"),
  inSchema("pg_ts_parser", "prsnamespace"),
  inSchema("pg_ts_template", "tmplnamespace"),
  inSchema("pg_extension", "extnamespace"),
  onType("pg_enum", "enumtypid"),
  onType("pg_range", "rngtypid"),
  byVersion(
    "pg_aggregate",
    "JOIN pg_catalog.pg_proc p ON p.oid = x.aggfnoid JOIN namespaces n ON n.oid = p.pronamespace",
    "p.oid",
  ),
  inDatabase("pg_default_acl"),
  inDatabase("pg_event_trigger"),
  inDatabase("pg_publication"),
  ...["cast", "am", "amop", "amproc", "language", "transform"].map((name) =>
    byVersion(`pg_${name}`, "WHERE x.oid >= 16384", "x.oid"),
  ),
  byVersion("pg_ts_config_map", "WHERE x.mapcfg >= 16384", "x.mapcfg, x.maptokentype, x.mapseqno"),
  inDatabase("pg_foreign_data_wrapper"),
  inDatabase("pg_foreign_server"),
  // Only a superuser may read the rows themselves.
  { name: "user_mappings", facts: "x.umid, x.srvid, x.usename, x.umoptions", from: "pg_catalog.pg_user_mappings x" },
  // Those of other schemas' objects come along: to tell them apart costs more than a needless reading.
  byVersion(
    "pg_description",
    "WHERE x.objoid >= 16384 OR x.classoid = 'pg_catalog.pg_namespace'::pg_catalog.regclass",
    "x.classoid, x.objoid, x.objsubid",
  ),
  byVersion("pg_seclabel", "", "x.classoid, x.objoid, x.objsubid"),
  // Whose member an object is stands only in the dependencies.
  byVersion(
    "pg_depend",
    "WHERE x.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass",
    "x.classid, x.objid, x.refobjid",
  ),
  // Privileges and policies are written with the names of roles, which a row version does not show.
  {
    name: "roles",
    facts: "x.oid, x.rolname",
    from: `pg_catalog.pg_roles x WHERE x.oid IN (
      SELECT s.refobjid FROM pg_catalog.pg_shdepend s
      WHERE s.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass AND s.dbid = (
        SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()))`,
  },
];
