import { type Sql, sql } from "@build-it/postgres-schema";

/**
 * Tells PostgREST to look at the schema again. It is sent when the transaction commits, once, and where nobody listens it
 * does nothing. https://postgrest.org/en/stable/references/schema_cache.html
 */
export const reloadApiSchema: Sql = sql`NOTIFY pgrst, 'reload schema'`;
