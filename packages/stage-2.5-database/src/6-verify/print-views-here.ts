import {
  type DatabaseSchema,
  databaseSchema,
  ident,
  idOf,
  introspectSchema,
  type MaterializedView,
  objectsOfKind,
  type SchemaObject,
  sql,
  trusted,
  type View,
} from "@build-it/postgres-schema";
import type { Client } from "pg";

/**
 * Versions of PostgreSQL print the query of a view differently. So where a live view is not what is expected word for word,
 * the server is asked how it would print what is expected: where that is what it prints of the view, they are the same, and
 * `live` is given back with the words of `expected`. What is tried is taken back. The connection must be in a transaction.
 */
export async function printViewsHere(
  client: Client,
  live: DatabaseSchema,
  expected: DatabaseSchema,
): Promise<DatabaseSchema> {
  const differing = [...live.objects.values()].flatMap((object) => {
    const other = isView(object) ? expected.objects.get(idOf(object)) : undefined;
    return isView(object) && other !== undefined && isView(other) && other.definition !== object.definition
      ? [{ object, definition: other.definition }]
      : [];
  });
  if (differing.length === 0) return live;
  const said = new Map<SchemaObject, string>();
  for (const { object, definition } of differing)
    if ((await printHere(client, definition)) === object.definition) said.set(object, definition);
  return databaseSchema(
    [...live.objects.values()].map((object) => {
      const definition = said.get(object);
      return definition === undefined ? object : { ...object, definition };
    }) as SchemaObject[],
  );
}

const isView = (object: SchemaObject): object is View | MaterializedView =>
  object.kind === "view" || object.kind === "materialized_view";

const probe = "build_it_probe";

/** A query as this server prints it; undefined where it refuses it, which has a reason of its own that is reported. */
async function printHere(client: Client, definition: string): Promise<string | undefined> {
  await client.query("SAVEPOINT print_here");
  try {
    await client.query(sql`CREATE TEMPORARY VIEW ${ident(probe)} AS ${trusted(definition)}`.text);
    const { rows } = await client.query<{ schema: string }>(
      "SELECT nspname::text AS schema FROM pg_catalog.pg_namespace WHERE oid = pg_catalog.pg_my_temp_schema()",
    );
    const { schema } = await introspectSchema(client, { schemas: rows.map((row) => row.schema), dependencies: false });
    return objectsOfKind(schema, "view").find(({ name }) => name === probe)?.definition;
  } catch {
    return undefined;
  } finally {
    await client.query("ROLLBACK TO SAVEPOINT print_here; RELEASE SAVEPOINT print_here");
  }
}
