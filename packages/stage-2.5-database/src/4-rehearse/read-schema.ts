import { type DatabaseSchema, type IntrospectedSchema, introspectSchema } from "@build-it/postgres-schema";
import type { Client } from "pg";
import { Halt, messageOf } from "../5-apply/connect.ts";
import { withoutServerObjects } from "../6-verify/managed-schemas.ts";
import { runFile } from "../data-steps/typescript/run-file.ts";
import type { KnownSteps } from "../data-steps/typescript/typescript-block.ts";
import { rehearsalStatementFailed } from "../diagnostics/verification.ts";

/** What is read of a scratch database, and what is done while it is. */
export interface Reading {
  /** Without what objects depend on, which comparing does not look at. */
  readonly toCompare?: boolean;
  /** Called while the server reads. */
  readonly meanwhile?: () => void;
}

/** Reads a scratch database's schemas without what the server brought along. */
export const readSchema = async (
  client: Client,
  schemas: readonly string[],
  reading: Reading = {},
): Promise<DatabaseSchema> => (await readToLookAt(client, schemas, reading))();

/** Reads the same, to be looked at when it is asked for. */
export async function readToLookAt(
  client: Client,
  schemas: readonly string[],
  { toCompare = false, meanwhile }: Reading,
): Promise<() => DatabaseSchema> {
  const introspected = await introspectSchema(client, { schemas, dependencies: !toCompare, meanwhile });
  let schema: DatabaseSchema | undefined;
  return () => {
    schema ??= withoutServerObjects(introspected.schema);
    return schema;
  };
}

/** Reads all of a scratch database's schemas, what the server brought along too. */
export async function readAll(client: Client): Promise<IntrospectedSchema> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT nspname::text AS name FROM pg_catalog.pg_namespace
     WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'build_it')`,
  );
  return introspectSchema(client, { schemas: rows.map(({ name }) => name) });
}

/** Runs `work` in a transaction that is taken back, or what is left of it where `work` commits. */
export async function tryOut<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query("BEGIN");
  try {
    return await work();
  } finally {
    await client.query("ROLLBACK");
  }
}

/** Runs a file's statements and reads what they led to. Throws a halt with the statement that PostgreSQL refused. */
export async function runAndRead(
  client: Client,
  script: Script,
  schemas: readonly string[],
  reading: Reading = {},
): Promise<DatabaseSchema> {
  await rehearseFile(client, script);
  return readSchema(client, schemas, reading);
}

/** Statements, the file that they are in, and the steps that it may take in. */
export interface Script {
  readonly file: string;
  readonly sql: string;
  readonly steps: KnownSteps;
}

/** Runs a file's statements. Throws a halt with the statement that PostgreSQL refused. */
export async function rehearseFile(client: Client, { file, sql, steps }: Script): Promise<void> {
  try {
    await runFile(client, { sql, steps });
  } catch (error) {
    if (error instanceof Halt) throw error;
    const position = error instanceof Error && "position" in error ? Number(error.position) : Number.NaN;
    throw new Halt(
      { kind: "verification_failed", message: "The rehearsal on the shadow failed, so the migration is not offered." },
      [rehearsalStatementFailed({ file, message: messageOf(error), detail: undefined, sql, position })],
    );
  }
}
