import { qualified, sql } from "@build-it/postgres-schema";
import type { Client } from "pg";

/** What a statement did to tables that people work on, as PostgreSQL tells it. */
export interface MeasuredStatement {
  /** The strongest lock on each table, weakest first in `locksByStrength`. */
  readonly locks: ReadonlyMap<string, string>;
  /** Tables whose rows were written anew. */
  readonly rewritten: readonly string[];
  /** Tables whose rows were read to hold them against a rule. */
  readonly verified: readonly string[];
}

/** PostgreSQL's table locks as `pg_locks` calls them, weakest first. */
export const locksByStrength: readonly string[] = [
  "AccessShareLock",
  "RowShareLock",
  "RowExclusiveLock",
  "ShareUpdateExclusiveLock",
  "ShareLock",
  "ShareRowExclusiveLock",
  "ExclusiveLock",
  "AccessExclusiveLock",
];

const readFiles = `SELECT c.oid::text AS id, c.relname AS name, pg_relation_filenode(c.oid)::text AS file
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`;
// What is only read is in nobody's way.
const readLocks = `SELECT c.relname AS name, l.mode FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
  WHERE l.pid = $2 AND l.locktype = 'relation' AND c.oid::text = ANY ($1) AND l.mode <> 'AccessShareLock'`;

interface FileRow {
  readonly id: string;
  readonly name: string;
  readonly file: string | null;
}

interface LockRow {
  readonly name: string;
  readonly mode: string;
}

const backendOf = async (client: Client): Promise<number> =>
  (await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid")).rows[0]?.pid ?? 0;

/** The ids of the tables that are there. */
export const readTables = async (client: Client): Promise<ReadonlySet<string>> =>
  new Set((await client.query<FileRow>(readFiles)).rows.map(({ id }) => id));

/** Runs a statement in a transaction of its own, and watches what it does to some tables, given by their ids. */
export async function measureStatement(
  client: Client,
  text: string,
  tables: ReadonlySet<string>,
): Promise<MeasuredStatement> {
  const before = (await client.query<FileRow>(readFiles)).rows.filter(({ id }) => tables.has(id));
  const said: string[] = [];
  const listen = ({ message = "" }: { readonly message?: string | undefined }): void => void said.push(message);
  client.on("notice", listen);
  await client.query("BEGIN; SET LOCAL client_min_messages = debug1; SET LOCAL check_function_bodies = off");
  try {
    await client.query(text);
    const { rows: held } = await client.query<LockRow>(readLocks, [[...tables], await backendOf(client)]);
    await client.query("COMMIT");
    const { rows: after } = await client.query<FileRow>(readFiles);
    return { locks: strongest(held), rewritten: rewritten(before, after), verified: verified(said) };
  } catch (error) {
    await client.query("ROLLBACK");
    throw new Error(`${error instanceof Error ? error.message : error}\n${text}`);
  } finally {
    client.off("notice", listen);
  }
}

/**
 * The same of a statement that PostgreSQL runs in no transaction and that lets others write: `writer` writes to the tables, so that
 * it has to wait, and looks at it meanwhile.
 */
export async function measureConcurrently(
  client: Client,
  writer: Client,
  { text, tables }: { readonly text: string; readonly tables: ReadonlySet<string> },
): Promise<MeasuredStatement> {
  const before = (await client.query<FileRow>(readFiles)).rows.filter(({ id }) => tables.has(id));
  const pid = await backendOf(client);
  await writer.query("BEGIN");
  for (const { name } of before)
    await writer.query(sql`LOCK TABLE ${qualified("public", name)} IN ROW EXCLUSIVE MODE`.text);
  const running = client.query(text);
  const waits = "SELECT FROM pg_stat_activity WHERE pid = $1 AND wait_event_type = 'Lock'";
  while ((await writer.query(waits, [pid])).rowCount === 0);
  const { rows: held } = await writer.query<LockRow>(readLocks, [[...tables], pid]);
  await writer.query("COMMIT");
  await running;
  const { rows: after } = await client.query<FileRow>(readFiles);
  return { locks: strongest(held), rewritten: rewritten(before, after), verified: [] };
}

const strengthOf = (mode: string): number => locksByStrength.indexOf(mode);

function strongest(held: readonly LockRow[]): ReadonlyMap<string, string> {
  const locks = new Map<string, string>();
  for (const { name, mode } of held) if (strengthOf(mode) > strengthOf(locks.get(name) ?? "")) locks.set(name, mode);
  return locks;
}

const rewritten = (before: readonly FileRow[], after: readonly FileRow[]): readonly string[] =>
  after.flatMap(({ id, name, file }) =>
    before.some((earlier) => earlier.id === id && earlier.file !== file) ? [name] : [],
  );

const verified = (said: readonly string[]): readonly string[] => [
  ...new Set(
    said.flatMap((message) => {
      const [, table] = /^verifying table "(.*)"$/.exec(message) ?? [];
      return table ?? (message.startsWith("validating foreign key constraint") ? "the referencing rows" : []);
    }),
  ),
];
