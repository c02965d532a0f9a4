import type { Configuration } from "@build-it/artifacts";
import {
  type DatabaseSchema,
  databaseSchema,
  diffSchemas,
  emptySchema,
  introspectSchema,
  isSame,
  type ObjectId,
  planMigration,
  planRollback,
} from "@build-it/postgres-schema";
import { createTestDatabase, type TestMajor } from "@build-it/test-databases";
import type { Client } from "pg";
import { expect } from "vitest";
import type { Design, DesignResult } from "../src/1-design/design.ts";
import { designSchema } from "../src/1-design/design-schema.ts";
import { nothingSaid } from "../src/1-design/said-in-sql.ts";
import { designWithout } from "../src/retire/without-retired.ts";
import { bootstrapSupabase } from "../src/supabase/bootstrap-supabase.ts";

/** A real database that goes from design to design, each step proven as a rehearsal does it. */
export interface SequenceOfDesigns {
  readonly client: Client;
  /**
   * Goes to a configuration: up, compared with what it is from nothing; down, compared with before; up again. What is retired
   * is no longer kept for earlier iterations.
   */
  become(configuration: Configuration, retired?: readonly ObjectId[]): Promise<DesignResult>;
  drop(): Promise<void>;
}

const roles = ["anon", "authenticated", "service_role"];

export async function createSequenceOfDesigns(major?: TestMajor): Promise<SequenceOfDesigns> {
  const database = await createTestDatabase(major === undefined ? {} : { major });
  const blank = await createTestDatabase(major === undefined ? {} : { major });
  const client = await database.client();
  const blankClient = await blank.client();
  for (const each of [client, blankClient]) await bootstrapSupabase(each);
  const options = { postgresMajor: database.major, resetPrivilegesOf: roles };
  let design: Design | null = null;
  return {
    client,
    async become(configuration, retired = []) {
      const previous: Design | null = design;
      const result = await designWithout(configuration, { previous, retired: new Set(retired), said: nothingSaid });
      const errors = result.diagnostics.filter(({ severity }) => severity === "error");
      if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
      const before = previous === null ? emptySchema : databaseSchema(previous.objects);
      const up = textOf(planMigration(before, result.schema, { ...options, ...result }));
      const down = textOf(
        planRollback(before, result.schema, { ...options, renames: result.renames, copies: result.copies }),
      );
      const start = await read(client);
      const fromNothing = await tryOut(blankClient, textOf(planMigration(emptySchema, result.schema, options)));
      expectSame(fromNothing, await run(client, up), up);
      expectSame(start, await run(client, down), down);
      expectSame(fromNothing, await run(client, up), up);
      const again = await designSchema(configuration, result.design);
      expect(textOf(planMigration(result.schema, again.schema, { ...options, ...again }))).toBe("");
      design = result.design;
      return result;
    },
    async drop() {
      await database.drop();
      await blank.drop();
    },
  };
}

const textOf = ({ steps }: ReturnType<typeof planMigration>): string =>
  steps.map(({ sql }) => `${sql.text};\n`).join("");

const read = async (client: Client): Promise<DatabaseSchema> =>
  (await introspectSchema(client, { schemas: ["public"] })).schema;

async function run(client: Client, text: string): Promise<DatabaseSchema> {
  await client.query("BEGIN; SET LOCAL search_path = ''; SET LOCAL check_function_bodies = off");
  try {
    await client.query(text);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new Error(`${error instanceof Error ? error.message : error}\n${text}`);
  }
  return read(client);
}

async function tryOut(client: Client, text: string): Promise<DatabaseSchema> {
  await client.query("BEGIN; SET LOCAL check_function_bodies = off");
  try {
    await client.query(text);
    return await read(client);
  } finally {
    await client.query("ROLLBACK");
  }
}

function expectSame(expected: DatabaseSchema, found: DatabaseSchema, text: string): void {
  const difference = diffSchemas(expected, found);
  expect(isSame(difference), `${JSON.stringify(difference, null, 1)}\n${text}`).toBe(true);
}
