import type { Configuration } from "@build-it/artifacts";
import { databaseSchema, emptySchema, planMigration } from "@build-it/postgres-schema";
import { createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import type { Client } from "pg";
import type { Design, DesignResult } from "../src/1-design/design.ts";
import { designSchema } from "../src/1-design/design-schema.ts";
import { bootstrapSupabase } from "../src/supabase/bootstrap-supabase.ts";

export interface DesignedDatabase {
  readonly client: Client;
  readonly database: TestDatabase;
  /** Brings the database to a configuration, and gives what was designed for it and the statements that were run. */
  become(configuration: Configuration): Promise<DesignResult & { readonly statements: readonly string[] }>;
  /** Runs a query as a role, signed in as `user`, and rolls back what it did. */
  as(role: string, user: string | null, query: string, parameters?: readonly unknown[]): Promise<readonly unknown[]>;
}

/** A real database that follows designs, for tests. The caller drops it. */
export async function createDesignedDatabase(): Promise<DesignedDatabase> {
  const database = await createTestDatabase();
  const client = await database.client();
  await bootstrapSupabase(client);
  let design: Design | null = null;
  return {
    client,
    database,
    async become(configuration) {
      const before: Design | null = design;
      const result = await designSchema(configuration, before);
      const errors = result.diagnostics.filter(({ severity }) => severity === "error");
      if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
      const plan = planMigration(before === null ? emptySchema : databaseSchema(before.objects), result.schema, {
        ...result,
        postgresMajor: database.major,
        resetPrivilegesOf: ["anon", "authenticated", "service_role"],
      });
      const statements = plan.steps.map(({ sql }) => sql.text);
      await client.query("BEGIN; SET LOCAL search_path = ''");
      for (const statement of statements)
        await client.query(statement).catch(async (error: unknown) => {
          await client.query("ROLLBACK");
          throw new Error(`${error instanceof Error ? error.message : error}\n${statement}`);
        });
      await client.query("COMMIT");
      design = result.design;
      return { ...result, statements };
    },
    async as(role, user, query, parameters = []) {
      await client.query(`BEGIN; SET LOCAL ROLE ${role}`);
      try {
        await client.query("SELECT set_config('request.jwt.claims', $1, true)", [
          user === null ? "" : JSON.stringify({ sub: user, role, app_metadata: { tenant_id: user } }),
        ]);
        return (await client.query(query, [...parameters])).rows;
      } finally {
        await client.query("ROLLBACK");
      }
    },
  };
}
