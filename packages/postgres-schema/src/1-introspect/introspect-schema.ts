import type { CatalogConnection } from "./catalog-connection.ts";
import type { CatalogFamily, ServerFacts } from "./catalog-family.ts";
import { collectObjects, type IntrospectedSchema } from "./collect-objects.ts";
import { aggregates } from "./introspect-aggregates.ts";
import { columns } from "./introspect-columns.ts";
import { commentsQuery } from "./introspect-comments.ts";
import { composites } from "./introspect-composites.ts";
import { constraints } from "./introspect-constraints.ts";
import { defaultPrivileges } from "./introspect-default-privileges.ts";
import { definedObjects } from "./introspect-defined-objects.ts";
import { columnNamesQuery, dependenciesQuery, typesQuery } from "./introspect-dependencies.ts";
import { domainChecks, domains } from "./introspect-domains.ts";
import { enums } from "./introspect-enums.ts";
import { eventTriggers } from "./introspect-event-triggers.ts";
import { foreignServers, foreignWrappers, userMappings } from "./introspect-foreign-objects.ts";
import { functions } from "./introspect-functions.ts";
import { furtherDependenciesQueries } from "./introspect-further-dependencies.ts";
import { indexes } from "./introspect-indexes.ts";
import { inheritedColumns } from "./introspect-inherited-columns.ts";
import { notNulls } from "./introspect-not-nulls.ts";
import { ownersQuery } from "./introspect-owners.ts";
import { partitionParts } from "./introspect-partition-parts.ts";
import { policies } from "./introspect-policies.ts";
import { privilegesQuery } from "./introspect-privileges.ts";
import { publications } from "./introspect-publications.ts";
import { rules } from "./introspect-rules.ts";
import { extensions, schemas } from "./introspect-schemas.ts";
import { sequences } from "./introspect-sequences.ts";
import { settingsQuery } from "./introspect-settings.ts";
import { statistics } from "./introspect-statistics.ts";
import { tables } from "./introspect-tables.ts";
import { textSearchConfigurations, textSearchDictionaries } from "./introspect-text-search.ts";
import { triggers } from "./introspect-triggers.ts";
import { unmodelledQuery } from "./introspect-unmodelled.ts";
import { viewDefaults } from "./introspect-view-defaults.ts";
import { views } from "./introspect-views.ts";
import { mayHave, type RareCatalog } from "./present-catalogs.ts";
import { type Queries, type ReadingParts, readQueries } from "./read-queries.ts";

const families: Readonly<Record<string, CatalogFamily>> = {
  schemas,
  extensions,
  enums,
  domains,
  domainChecks,
  composites,
  sequences,
  tables,
  columns,
  inheritedColumns,
  notNulls,
  constraints,
  indexes,
  partitionParts,
  views,
  functions,
  aggregates,
  statistics,
  rules,
  triggers,
  policies,
  defaultPrivileges,
  eventTriggers,
  publications,
  ...definedObjects,
  textSearchConfigurations,
  textSearchDictionaries,
  foreignWrappers,
  foreignServers,
  userMappings,
  viewDefaults,
};

/** What to read. */
export interface IntrospectionOptions {
  /** Raw names. */
  readonly schemas: readonly string[];
  /** Whether owners count: they do not unless it is said, since one schema may live under many roles. */
  readonly owners?: boolean;
  /** Whether it is read what objects depend on: yes, unless it is said. Comparing does without. */
  readonly dependencies?: boolean;
  /**
   * Another session of the same database, outside of a transaction: it reads half of it at the same time and in the same
   * snapshot. It sees nothing that the first has not committed, so it is of use only where that has changed nothing. Not
   * used inside a transaction that reads what is committed meanwhile.
   */
  readonly beside?: CatalogConnection | undefined;
  /** Called when the server was asked for it all and has not answered yet: what it computes costs no time of its own. */
  readonly meanwhile?: (() => void) | undefined;
}

/**
 * Reads all that the named schemas hold, from PostgreSQL 14 to 18. A schema that is not there is simply not in the
 * result. Members of extensions are left out, and so is what belongs to another object: the index of a constraint,
 * the sequence of an identity column, internal triggers.
 *
 * `connection` is one session, not a pool. In an open transaction the reading happens inside it and sees what it has
 * changed; without one, in a read-only transaction of its own. All is read in one snapshot, under every isolation level. The session's settings are afterwards what they were before.
 *
 * What was read becomes objects when it is first looked at.
 *
 * Throws what the connection throws: PostgreSQL's errors, a lost connection; and what `meanwhile` throws, once the server has
 * answered.
 */
export async function introspectSchema(
  connection: CatalogConnection,
  { schemas, owners = false, dependencies = true, beside, meanwhile }: IntrospectionOptions,
): Promise<IntrospectedSchema> {
  const { take, finish } = collectObjects(families);
  const left = await readQueries(connection, {
    schemas,
    beside,
    partsFor: (server) => inParts(queriesFor(server, { owners, dependencies })),
    take,
    meanwhile,
  });
  let introspected: IntrospectedSchema | undefined;
  const look = (): IntrospectedSchema => {
    if (introspected !== undefined) return introspected;
    for (const rows of left) take(rows);
    introspected = finish();
    return introspected;
  };
  return {
    get schema() {
      return look().schema;
    },
    get unmodelled() {
      return look().unmodelled;
    },
  };
}

/** What there is much of in a schema of ordinary tables, besides their columns: as much work as all else. */
const readBeside = [["constraints"], ["indexes", "policies"]];
/** Of which there is little to take when all is read. */
const readLast = ["triggers", "privileges", "comments", "settings", "owners", "unmodelled"];

function inParts(queries: Queries): ReadingParts {
  const rest = new Map(Object.entries(queries));
  const part = (names: readonly string[]): Queries => {
    const found = names.flatMap((name) => {
      const query = rest.get(name);
      rest.delete(name);
      return query === undefined ? [] : [[name, query]];
    });
    return Object.fromEntries(found);
  };
  return { beside: readBeside.map(part), last: part(readLast), first: Object.fromEntries(rest) };
}

const queriesFor = (
  server: ServerFacts,
  { owners, dependencies }: Required<Pick<IntrospectionOptions, "owners" | "dependencies">>,
): Queries => {
  const asked = Object.entries(families).filter(([name]) => mayHave(server, rarelyThere[name]));
  return {
    ...Object.fromEntries(asked.map(([name, family]) => [name, family.query(server)])),
    ...(dependencies ? { dependencies: dependenciesQuery(server), ...furtherDependenciesQueries(server) } : {}),
    types: typesQuery,
    columnNames: columnNamesQuery(server),
    privileges: privilegesQuery,
    comments: commentsQuery(server),
    settings: settingsQuery(server),
    ...(owners ? { owners: ownersQuery(server) } : {}),
    unmodelled: unmodelledQuery(server),
  };
};

/** Families that most databases have nothing of, and the catalog in which it would be. */
const rarelyThere: Readonly<Record<string, RareCatalog>> = {
  inheritedColumns: "pg_inherits",
  partitionParts: "pg_inherits",
  aggregates: "pg_aggregate",
  statistics: "pg_statistic_ext",
  views: "pg_rewrite",
  viewDefaults: "pg_rewrite",
  rules: "pg_rewrite",
  defaultPrivileges: "pg_default_acl",
  eventTriggers: "pg_event_trigger",
  publications: "pg_publication",
  ranges: "pg_range",
  collations: "pg_collation",
  conversions: "pg_conversion",
  textSearchParsers: "pg_ts_parser",
  textSearchTemplates: "pg_ts_template",
  textSearchConfigurations: "pg_ts_config",
  textSearchDictionaries: "pg_ts_dict",
  operators: "pg_operator",
  operatorClasses: "pg_opclass",
  operatorFamilies: "pg_opfamily",
  casts: "pg_cast",
  accessMethods: "pg_am",
  foreignWrappers: "pg_foreign_data_wrapper",
  foreignServers: "pg_foreign_server",
  userMappings: "pg_foreign_server",
};
