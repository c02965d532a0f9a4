import { ident, sql } from "@build-it/postgres-schema";
import type { Client } from "pg";
import { mayLeaveRows } from "../3-write/iteration-chain.ts";
import type { DatabaseFiles, Iteration } from "../3-write/read-database-files.ts";
import { connect } from "../5-apply/connect.ts";
import { ensureRoles } from "../5-apply/ensure-roles.ts";
import { lockTarget } from "../5-apply/lock-target.ts";
import { knownSteps, runFile } from "../data-steps/typescript/run-file.ts";
import type { DatabaseProject, ShadowServer } from "../project.ts";
import { bootstrapSupabase } from "../supabase/bootstrap-supabase.ts";
import { emptyTables } from "./empty-tables.ts";
import { wholeInOneTransaction } from "./in-one-transaction.ts";
import { noteState, readState, stateAt } from "./shadow-state.ts";

/** A scratch database of ours. Whatever is tried on it is rolled back, but for what a rehearsal proved and leaves there. */
export interface Shadow {
  readonly client: Client;
  readonly postgresMajor: number;
}

/** Opens the shadow, brought to the last iteration, for as long as `work` runs. Only one run at a time has it. */
export async function withShadow<T>(
  project: DatabaseProject,
  { files, signal }: { readonly files: DatabaseFiles; readonly signal: AbortSignal },
  work: (shadow: Shadow) => Promise<T>,
): Promise<T> {
  const server = await project.shadow();
  return withScratch(server, { database: `${project.name}_shadow`, signal }, async (client, recreate) => {
    await ensureRoles(client, files.snapshot?.design.objects ?? []);
    const { iterations } = files;
    const ready = (await advance(client, iterations)) ? client : await recreate();
    if (ready !== client) await advance(ready, iterations);
    return work({ client: ready, postgresMajor: server.major });
  });
}

/** Opens an empty database with nothing but what every server of ours brings along. */
export async function withBlank<T>(
  project: DatabaseProject,
  signal: AbortSignal,
  work: (shadow: Shadow) => Promise<T>,
): Promise<T> {
  const server = await project.shadow();
  return withScratch(server, { database: `${project.name}_blank`, signal }, (client) =>
    work({ client, postgresMajor: server.major }),
  );
}

/** Makes a role on the server of the scratch databases: roles belong to the whole server. */
export async function createRoleOn(project: DatabaseProject, name: string): Promise<void> {
  await runOnServer(await project.shadow(), sql`CREATE ROLE ${ident(name)}`.text).catch(ignoreDuplicate);
}

async function withScratch<T>(
  server: ShadowServer,
  { database, signal }: { readonly database: string; readonly signal: AbortSignal },
  work: (client: Client, recreate: () => Promise<Client>) => Promise<T>,
): Promise<T> {
  let client = await openScratch(server, database, signal);
  try {
    return await work(client, async () => {
      await client.end();
      await runOnServer(server, sql`DROP DATABASE IF EXISTS ${ident(database)} WITH (FORCE)`.text);
      client = await openScratch(server, database, signal);
      return client;
    });
  } finally {
    await client.end();
  }
}

async function openScratch(server: ShadowServer, database: string, signal: AbortSignal): Promise<Client> {
  const url = server.urlOf(database);
  const client = await connect(url, database).catch(async () => {
    await runOnServer(server, sql`CREATE DATABASE ${ident(database)}`.text).catch(ignoreDuplicate);
    return connect(url, database);
  });
  await lockTarget(client, { label: `the scratch database ${database}`, signal });
  await bootstrapSupabase(client);
  return client;
}

async function runOnServer(server: ShadowServer, statement: string): Promise<void> {
  const client = await connect(server.urlOf("postgres"), "the embedded PostgreSQL");
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Another run may have made the database at the same moment. */
function ignoreDuplicate(error: unknown): void {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code !== "42P04" && code !== "42710" && code !== "23505") throw error;
}

/**
 * Brings the shadow to the last iteration by running what it lacks. False where it stands at something that is not in
 * this chain: then it has to be made anew.
 */
async function advance(client: Client, iterations: readonly Iteration[]): Promise<boolean> {
  const at = await readState(client);
  const done = at === null ? 0 : iterations.findIndex(({ record }) => at === stateAt(record)) + 1;
  if (at !== null && done === 0) return false;
  for (const { migration, record } of iterations.slice(done)) {
    await client.query("BEGIN");
    await runFile(client, { sql: wholeInOneTransaction(migration), steps: knownSteps(record) });
    if (mayLeaveRows(record)) await emptyTables(client);
    await noteState(client, stateAt(record));
    await client.query("COMMIT");
  }
  return true;
}
