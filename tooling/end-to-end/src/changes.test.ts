import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  emptySchema,
  isKind,
  joinSql,
  type OnlinePart,
  type Plan,
  planMigration,
  planOnline,
  planRollback,
  qualified,
  type Step,
  sql,
} from "@build-it/postgres-schema";
import { bootstrapSupabase, classifyChanges, type DesignResult, designSchema } from "@build-it/stage-2.5-database";
import { availableMajors, createTestDatabase, type TestDatabase, type TestMajor } from "@build-it/test-databases";
import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { configureModel } from "./configure-model.ts";
import { describeChange, type MeasuredChange, type MeasuredPart, type MeasuredStep } from "./describe-change.ts";
import { locksByStrength, measureConcurrently, measureStatement, readTables } from "./measure-statement.ts";
import { keptTypes } from "./migration-parts.ts";
import { filesOf, type ModelChange, modelChanges } from "./model-changes.ts";

/** Every sort of change, on rows, on every major: what it does, what it locks, and what is there after the way back. */

const documentFile = join(import.meta.dirname, "../../../docs/changes.md");
const introduction = `# What each change does, measured

Each change of a model with its migration and its rollback, as they were written, and what they did to a table with rows on
PostgreSQL ${availableMajors().toSorted().join(", ")}: the locks from \`pg_locks\`, rewrites from \`pg_relation_filenode\`, reads from PostgreSQL's debug
messages. Where a change is [cut into parts](../README.md#while-others-work-on-the-database) on a database that others work on,
those come next; a fill in batches was measured as one statement. A test makes this page
(\`npx vitest run tooling/end-to-end/src/changes.test.ts -u\`) and holds it against the servers.
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "build-it-changes-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** By major, in the order of the changes. */
const measured = new Map<number, MeasuredChange[]>();

describe.each(availableMajors())("PostgreSQL %i", (major) => {
  let database: TestDatabase | undefined;
  beforeAll(() => void measured.set(major, []));
  afterAll(() => database?.drop());

  /** One for all of them, and another one after a failure, which may leave anything. */
  const useDatabase = async <T>(work: (client: Client, other: Client) => Promise<T>): Promise<T> => {
    database ??= await createReadyDatabase(major);
    const client = await database.client();
    const other = await database.client();
    try {
      return await work(client, other);
    } catch (error) {
      await database.drop();
      database = undefined;
      throw error;
    } finally {
      await client.end();
      await other.end();
    }
  };

  test.each(modelChanges.map((change) => [change.title, change] as const))("%s", async (_title, change) => {
    const found = await useDatabase((client, other) => measureChange(client, { change, major, other }));
    measured.get(major)?.push(found);
    for (const { step, locks, rewritten, verified } of [
      ...found.forward,
      ...found.online.flatMap(({ steps }) => steps),
      ...found.back,
    ]) {
      const allowed = locksByStrength.indexOf(nameOfLock(step));
      for (const lock of locks.values())
        expect(locksByStrength.indexOf(lock), step.sql.text).toBeLessThanOrEqual(allowed);
      if (rewritten.length > 0) expect(step.hazards, step.sql.text).toContain("rewrites_table");
      if (verified.length > 0) expect(step.hazards, step.sql.text).toContain("scans_table");
    }
    expect(found.rowsAfterwards).toBe(found.rowsBefore);
  });
});

test("the page says what was measured, and every major the same", async () => {
  const pages = [...measured.values()].map((changes) => [introduction, ...changes.map(describeChange)].join("\n"));
  for (const page of pages) expect(page).toBe(pages[0]);
  await expect(pages[0]).toMatchFileSnapshot(documentFile);
});

async function createReadyDatabase(major: TestMajor): Promise<TestDatabase> {
  const database = await createTestDatabase({ major });
  const client = await database.client();
  await bootstrapSupabase(client);
  await client.end();
  return database;
}

/** `access_exclusive` -> `AccessExclusiveLock`. */
const nameOfLock = ({ lock }: Step): string =>
  `${lock
    .split("_")
    .map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`)
    .join("")}Lock`;

/** Builds the model before, goes to the one after and back, and takes everything away. */
async function measureChange(
  client: Client,
  { change, major, other }: { readonly change: ModelChange; readonly major: number; readonly other: Client },
): Promise<MeasuredChange> {
  const [beforeFiles, afterFiles] = filesOf(change);
  const options = { postgresMajor: major, resetPrivilegesOf: ["anon", "authenticated", "service_role"] };
  const before = await design(beforeFiles, null);
  await run(client, planMigration(emptySchema, before.schema, options));
  await client.query(change.seed ?? "");
  const rowsBefore = await readRows(client, before);
  const after = await design(afterFiles, before);
  const forward = planMigration(before.schema, after.schema, { ...options, ...after });
  const back = planRollback(before.schema, after.schema, {
    ...options,
    renames: after.renames,
    copies: after.copies,
  });
  const forwardSteps = await measure(client, forward);
  const rowsBetween = await countRows(client, after);
  const backSteps = await measure(client, back);
  const rowsBack = await readRows(client, before);
  const parts = planOnline(before.schema, after.schema, { ...options, ...after, widened: keptTypes(after) });
  const isOnline = parts.length > 1 || parts.some(({ run: { mode } }) => mode !== "transaction");
  const online = isOnline ? await measureParts(client, other, parts) : [];
  await run(client, planMigration(isOnline ? after.schema : before.schema, emptySchema, options));
  return {
    change,
    classes: [...new Set(classifyChanges(forward, after.renames).map((row) => row.class))].sort(),
    forward: forwardSteps,
    online,
    back: backSteps,
    rowsBefore: rowsBefore.length,
    rowsAfterwards: rowsBetween,
    comesBack: JSON.stringify(rowsBack) === JSON.stringify(rowsBefore),
  };
}

async function design(files: Readonly<Record<string, string>>, previous: DesignResult | null): Promise<DesignResult> {
  const designed = await designSchema(await configureModel(folder, files), previous?.design ?? null);
  expect(designed.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return designed;
}

async function run(client: Client, { steps }: Plan): Promise<void> {
  const statements = joinSql(
    steps.map((step) => step.sql),
    ";\n",
  );
  await client.query(sql`BEGIN; SET LOCAL check_function_bodies = off; ${statements}; COMMIT`.text);
}

async function measure(client: Client, { steps }: Plan): Promise<readonly MeasuredStep[]> {
  const tables = await readTables(client);
  const found: MeasuredStep[] = [];
  for (const step of steps) found.push({ step, ...(await measureStatement(client, step.sql.text, tables)) });
  return found;
}

async function measureParts(
  client: Client,
  other: Client,
  parts: readonly OnlinePart[],
): Promise<MeasuredChange["online"]> {
  const tables = await readTables(client);
  const found: MeasuredPart[] = [];
  for (const { purpose, run: how, steps } of parts) {
    const measuredSteps: MeasuredStep[] = [];
    for (const step of steps) {
      const { text } = step.sql;
      const concurrent = how.mode === "concurrently";
      const one = concurrent
        ? await measureConcurrently(client, other, { text, tables })
        : await measureStatement(client, text, tables);
      measuredSteps.push({ step, ...one });
    }
    found.push({ purpose, mode: how.mode, steps: measuredSteps });
  }
  return found;
}

/** Every row of every table of a design, as text without its key, which is another each time. */
async function readRows(client: Client, { schema }: DesignResult): Promise<readonly string[]> {
  const rows: string[] = [];
  for (const table of [...schema.objects.values()].filter((object) => isKind(object, "table"))) {
    const from = qualified(table.schema, table.name);
    const found = await client.query<{ row: string }>(
      sql`SELECT (to_jsonb(r) - 'id')::text AS row FROM ${from} r ORDER BY 1`.text,
    );
    rows.push(...found.rows.map(({ row }) => row));
  }
  return rows;
}

/** Rows of the tables: a view of a former name shows them a second time, and does not count. */
const countRows = async (client: Client, designed: DesignResult): Promise<number> =>
  (await readRows(client, designed)).length;
