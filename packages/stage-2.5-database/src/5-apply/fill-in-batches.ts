import { setTimeout as pause } from "node:timers/promises";
import { ident, joinSql, qualified, type Sql, sql, trusted } from "@build-it/postgres-schema";
import type { Client } from "pg";
import { filledAtOnce, filledWithTriggers } from "../diagnostics/history.ts";
import { fileOf, type MigrationRun, partOf } from "./migration-run.ts";
import { keepProgress, type PartProgress } from "./part-progress.ts";
import { beginTimed, retryLocked } from "./retry-locked.ts";
import { beginAlone, finishAlone } from "./run-alone.ts";
import { runInTransaction } from "./run-in-transaction.ts";
import { estimateRows, type KeyColumn, readKey } from "./table-key.ts";

const statementTimeoutMs = 5 * 60 * 1_000;

/**
 * Runs one UPDATE by ranges of its table's key, each in a short transaction that also keeps how far it came: a run that is
 * stopped or dies goes on from there. Between two there is a pause, so that others get their turn.
 */
export async function fillInBatches(client: Client, run: MigrationRun, startedAt: number): Promise<void> {
  const { run: part } = partOf(run);
  if (part.mode !== "batches") throw new Error(`${fileOf(run).name} is not run in batches`);
  const key = await readKey(client, part.table);
  if (key === null) {
    run.emit({ type: "diagnostic", diagnostic: filledAtOnce(fileOf(run).name, part.table) });
    return runInTransaction(client, run, startedAt);
  }
  const table = qualified(part.table.schema, part.table.name);
  const total = await estimateRows(client, part.table);
  const meter = openMeter(run, total);
  const quiet = part.quiet === true && (await mayBeQuiet(client));
  if (part.quiet === true && !quiet)
    run.emit({ type: "diagnostic", diagnostic: filledWithTriggers(fileOf(run).name, part.table) });
  let progress = await beginAlone(client, run);
  const place = { schema: part.table.schema, table: part.table.name };
  const noting =
    part.column === undefined ? asItIs : await run.rows.noteFills(client, { ...place, column: part.column });
  for (let more = true; more; ) {
    run.signal.throwIfAborted();
    const batch = await runBatch(client, { run, key, table, progress, quiet, noting });
    progress = batch.progress;
    more = batch.more;
    meter(progress.rowsDone);
    if (more) await pause(run.batches.pauseMs, undefined, { signal: run.signal });
  }
  await finishAlone(client, run, startedAt);
}

const asItIs = (update: Sql): Sql => update;

interface Batch {
  readonly run: MigrationRun;
  readonly key: readonly KeyColumn[];
  readonly table: Sql;
  readonly progress: PartProgress;
  /** Whether the table's triggers are not fired. */
  readonly quiet: boolean;
  /** Makes of an UPDATE one that notes what becomes of archived values. */
  readonly noting: (update: Sql) => Sql;
}

/** Whether the role may say that triggers are not fired. */
async function mayBeQuiet(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ allowed: boolean }>(
    "SELECT has_parameter_privilege('session_replication_role', 'SET') AS allowed",
  );
  return rows[0]?.allowed === true;
}

/** One range, in a transaction of its own. */
const runBatch = (
  client: Client,
  { run, key, table, progress, quiet, noting }: Batch,
): Promise<{ readonly progress: PartProgress; readonly more: boolean }> =>
  retryLocked({ signal: run.signal, rollback: () => client.query("ROLLBACK") }, async () => {
    const { rows: most } = run.batches;
    await beginTimed(client, statementTimeoutMs);
    if (quiet) await client.query("SET LOCAL session_replication_role = replica");
    const range = await readRange(client, { key, table, after: progress.lastKey, most });
    await client.query(noting(narrow(fileOf(run).sql, range.condition)).text, [...range.values]);
    const next = { ...progress, lastKey: range.last ?? progress.lastKey, rowsDone: progress.rowsDone + range.rows };
    await keepProgress(client, next);
    await client.query("COMMIT");
    return { progress: next, more: range.last !== null };
  });

interface KeyRange {
  /** Its last key; null for the last range, which is open. */
  readonly last: readonly string[] | null;
  readonly rows: number;
  readonly condition: Sql;
  readonly values: readonly string[];
}

/** The next range of at most so many rows, in the order of the key. */
async function readRange(
  client: Client,
  {
    key,
    table,
    after,
    most,
  }: Pick<Batch, "key" | "table"> & { readonly after: readonly string[] | null; readonly most: number },
): Promise<KeyRange> {
  const columns = joinSql(
    key.map(({ name }) => ident(name)),
    ", ",
  );
  const values = (first: number): Sql =>
    joinSql(
      key.map(({ type }, index) => sql`${trusted(`$${first + index}`)}::${trusted(type)}`),
      ", ",
    );
  const from = after === null ? sql`true` : sql`(${columns}) > (${values(1)})`;
  const texts = joinSql(
    key.map(({ name }) => sql`${ident(name)}::text`),
    ", ",
  );
  const { rows } = await client.query<string[]>({
    text: sql`SELECT ${texts} FROM ${table} WHERE ${from} ORDER BY ${columns} LIMIT 1 OFFSET ${trusted(String(most - 1))}`
      .text,
    values: [...(after ?? [])],
    rowMode: "array",
  });
  const [last] = rows;
  if (last !== undefined) {
    const to = sql`(${columns}) <= (${values((after ?? []).length + 1)})`;
    return { last, rows: most, condition: sql`${from} AND ${to}`, values: [...(after ?? []), ...last] };
  }
  const { rows: counted } = await client.query<{ rows: string }>(
    sql`SELECT count(*) AS rows FROM ${table} WHERE ${from}`.text,
    [...(after ?? [])],
  );
  return { last: null, rows: Number(counted[0]?.rows ?? 0), condition: from, values: after ?? [] };
}

/** An UPDATE ends with a condition, to which one more is put. */
const narrow = (statement: string, condition: Sql): Sql =>
  sql`${trusted(statement.trimEnd().replace(/;$/, ""))}
  AND ${condition}`;

/** Tells how far it is, how fast, and how long the rest will take at that pace. */
function openMeter(run: MigrationRun, total: number): (rowsDone: number) => void {
  const startedAt = performance.now();
  let first: number | undefined;
  return (rowsDone) => {
    first ??= Math.max(rowsDone - run.batches.rows, 0);
    const ratePerSecond = ((rowsDone - first) / Math.max(performance.now() - startedAt, 1)) * 1_000;
    const left = Math.max(total - rowsDone, 0);
    run.emit({
      type: "progress",
      step: "apply",
      done: rowsDone,
      total: Math.max(total, rowsDone),
      ratePerSecond: Math.round(ratePerSecond),
      remainingMs: ratePerSecond === 0 ? 0 : Math.round((left / ratePerSecond) * 1_000),
    });
  };
}
