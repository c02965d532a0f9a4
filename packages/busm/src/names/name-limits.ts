/** PostgreSQL cuts longer names off without an error, so that two of them can become one. */
export const maxNameBytes = 63;

export const byteLength = (name: string): number => Buffer.byteLength(name, "utf8");

/** Columns that every table of PostgreSQL has already. */
export const systemColumns: ReadonlySet<string> = new Set(["tableoid", "xmin", "cmin", "xmax", "cmax", "ctid"]);

/** Schemas that belong to PostgreSQL, to BUILD IT or to Supabase. */
export const isReservedSchema = (schema: string): boolean =>
  /^pg_/i.test(schema) || reservedSchemas.has(schema.toLowerCase());

const reservedSchemas: ReadonlySet<string> = new Set([
  "information_schema",
  "build_it",
  "auth",
  "storage",
  "realtime",
  "vault",
  "extensions",
  "graphql",
  "graphql_public",
  "net",
  "cron",
  "pgbouncer",
  "supabase_functions",
  "supabase_migrations",
]);

/** Every JavaScript object has these already: a field or an entity of that name would be found where there is none. */
export const isBuiltInProperty = (name: string): boolean => name in Object.prototype;
