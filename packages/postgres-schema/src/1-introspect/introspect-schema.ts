import { type DatabaseSchema, databaseSchema } from "../schema/database-schema.ts";
import { idOf } from "../schema/identify.ts";
import type { ObjectId } from "../schema/object-id.ts";
import { type CatalogConnection, queryRow } from "./catalog-connection.ts";
import type { CatalogAddress, CatalogFamily, ServerFacts } from "./catalog-family.ts";
import { aggregates } from "./introspect-aggregates.ts";
import { columns } from "./introspect-columns.ts";
import { type CommentRow, commentsQuery, toComments } from "./introspect-comments.ts";
import { composites } from "./introspect-composites.ts";
import { constraints } from "./introspect-constraints.ts";
import { defaultPrivileges } from "./introspect-default-privileges.ts";
import {
  type ColumnNameRow,
  catalogContext,
  columnNamesQuery,
  type DependencyRow,
  dependenciesQuery,
  type TypeRow,
  typesQuery,
} from "./introspect-dependencies.ts";
import { domainChecks, domains } from "./introspect-domains.ts";
import { enums } from "./introspect-enums.ts";
import { eventTriggers } from "./introspect-event-triggers.ts";
import { functions } from "./introspect-functions.ts";
import { indexes } from "./introspect-indexes.ts";
import { type OwnerRow, ownersQuery, toOwners } from "./introspect-owners.ts";
import { policies } from "./introspect-policies.ts";
import { type PrivilegeRow, privilegesQuery, toPrivileges } from "./introspect-privileges.ts";
import { publications } from "./introspect-publications.ts";
import { rules } from "./introspect-rules.ts";
import { extensions, schemas } from "./introspect-schemas.ts";
import { sequences } from "./introspect-sequences.ts";
import { type SettingRow, settingsQuery, toSettings } from "./introspect-settings.ts";
import { statistics } from "./introspect-statistics.ts";
import { tables } from "./introspect-tables.ts";
import { triggers } from "./introspect-triggers.ts";
import { type UnmodelledObject, unmodelledQuery } from "./introspect-unmodelled.ts";
import { views } from "./introspect-views.ts";
import { readCanonically } from "./read-canonically.ts";
import { sharedRelations } from "./shared-relations.ts";

/** A schema as it stands in a database, and what stands there beside it. */
export interface IntrospectedSchema {
  readonly schema: DatabaseSchema;
  /** What the named schemas hold that a DatabaseSchema cannot say, sorted: it is neither compared nor kept. */
  readonly unmodelled: readonly UnmodelledObject[];
}

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
  constraints,
  indexes,
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
};

/** What to read. */
export interface IntrospectionOptions {
  /** Raw names. */
  readonly schemas: readonly string[];
  /** Whether owners count: they do not unless it is said, since one schema may live under many roles. */
  readonly owners?: boolean;
}

/** The rows of each family and of what belongs to all of them. */
interface Reading extends Readonly<Record<string, readonly unknown[]>> {
  readonly dependencies: readonly DependencyRow[];
  readonly types: readonly TypeRow[];
  readonly columnNames: readonly ColumnNameRow[];
  readonly columns: readonly ColumnNameRow[];
  readonly privileges: readonly PrivilegeRow[];
  readonly comments: readonly CommentRow[];
  readonly settings: readonly SettingRow[];
  /** Empty where they were not asked for. */
  readonly owners: readonly OwnerRow[];
  readonly unmodelled: readonly UnmodelledObject[];
}

/**
 * Reads all that the named schemas hold, from PostgreSQL 14 to 18. A schema that is not there is simply not in the
 * result. Members of extensions are left out, and so is what belongs to another object: the index of a constraint,
 * the sequence of an identity column, internal triggers.
 *
 * `connection` is one session, not a pool. In an open transaction the reading happens inside it and sees what it has
 * changed; without one, in a read-only transaction of its own. One statement reads everything, so it is one snapshot
 * under every isolation level. The session's settings are afterwards what they were before.
 *
 * Throws what the connection throws: PostgreSQL's errors, a lost connection.
 */
export async function introspectSchema(
  connection: CatalogConnection,
  { schemas, owners = false }: IntrospectionOptions,
): Promise<IntrospectedSchema> {
  const reading = await readCanonically(connection, async () => {
    const { major } = await queryRow<ServerFacts>(
      connection,
      "SELECT current_setting('server_version_num')::integer / 10000 AS major",
    );
    const row = await queryRow<Record<string, string>>(connection, readingStatement({ major }, owners), [schemas]);
    return Object.fromEntries(Object.entries(row).map(([name, rows]) => [name, JSON.parse(rows)])) as Reading;
  });
  return toSchema(reading);
}

/** One column for each query, with its rows as JSON text: no type parser of the caller's ever touches them. */
function readingStatement(server: ServerFacts, owners: boolean): string {
  const queries = {
    ...Object.fromEntries(Object.entries(families).map(([name, family]) => [name, family.query(server)])),
    dependencies: dependenciesQuery,
    types: typesQuery,
    columnNames: columnNamesQuery,
    privileges: privilegesQuery,
    comments: commentsQuery,
    settings: settingsQuery,
    owners: `${ownersQuery} WHERE ${owners}`,
    unmodelled: unmodelledQuery(server),
  };
  const parts = Object.entries(queries).map(
    ([name, query]) => `(SELECT coalesce(json_agg(x), '[]') FROM (${query}\n) x)::text AS "${name}"`,
  );
  return `WITH ${sharedRelations}\nSELECT ${parts.join(",\n")}`;
}

function toSchema(reading: Reading): IntrospectedSchema {
  const context = catalogContext({ ...reading, columnNames: [...reading.columns, ...reading.columnNames] });
  const found = Object.entries(families).flatMap(([name, family]) => family.toObjects(reading[name] ?? [], context));
  const byAddress = new Map(found.map(({ address, object }) => [address, object]));
  const identify = (address: CatalogAddress): ObjectId | undefined => {
    const object = byAddress.get(address);
    return object === undefined ? undefined : idOf(object);
  };
  return {
    schema: databaseSchema([
      ...byAddress.values(),
      ...toPrivileges(reading.privileges, identify),
      ...toComments(reading.comments, identify),
      ...toSettings(reading.settings, identify),
      ...toOwners(reading.owners, identify),
    ]),
    unmodelled: [...reading.unmodelled].sort((a, b) => compare(a.what, b.what) || compare(a.name, b.name)),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
