import { type Sql, sql, typeName } from "@build-it/postgres-schema";

/** The signed-in user's id. */
export const currentUser: Sql = sql`auth.uid()`;

/** The signed-in user's tenant: from `app_metadata`, which users cannot write, unlike `user_metadata`. */
export const currentTenant = (type: string): Sql =>
  sql`((auth.jwt() -> 'app_metadata') ->> 'tenant_id')::${typeName(type)}`;

/**
 * Asked once a statement and not once a row: PostgreSQL runs an uncorrelated subselect as an init plan.
 * https://supabase.com/docs/guides/troubleshooting/rls-performance-and-best-practices-Z5Jjwv
 */
export const oncePerStatement = (expression: Sql): Sql => sql`(SELECT ${expression})`;
