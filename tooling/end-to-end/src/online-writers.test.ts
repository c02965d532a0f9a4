import { createDatabaseStage } from "@build-it/stage-2.5-database";
import type { StageEvent } from "@build-it/stage-contract";
import { availableMajors } from "@build-it/test-databases";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ModelFiles } from "./arbitrary-model.ts";
import { configureModel } from "./configure-model.ts";
import { artifactOf, createStageWorkspace, type StageWorkspace } from "./stage-workspace.ts";

/** A change of everything that needs care, while code of the iteration before goes on writing, and with runs that die. */

const access = "access:\n  - { allow: all, to: signed_in }\n";
const name = "  name: { type: string, required: true, max: 100 }\n";
const modelOf = (fields: string): ModelFiles => ({
  "module.yaml": "title: Shop\nsub_modules:\n  main: { title: Main, entities: [Item, Owner] }\n",
  "entities/owner.yaml": `entity: Owner\nfields:\n${name}${access}`,
  "entities/item.yaml": `entity: Item\nfields:\n${name}${fields}${access}`,
});

const before = modelOf(
  "  label: string(50)\n  note: text\n  code: integer\n  size: integer\n  total: { type: integer, required: true, default: 0, min: 0, unique: true, index: true }\n",
);
const after = modelOf(`  caption: { type: string, max: 50, renamed_from: label }
  note: { type: text, required: true, backfill: none }
  code: { type: integer, unique: true }
  size: { type: integer, min: 0, index: true }
  token: { type: uuid, required: true, default: uuid }
  total: { type: bigint, required: true, default: 0, min: 0, unique: true, index: true }
  ownerId: -> Owner
`);

const rowsBefore = 400;
const seed = `INSERT INTO items (name, label, note, code, size, total)
  SELECT 'row ' || n, 'row ' || n, CASE WHEN n % 2 = 0 THEN 'note ' || n END, n, n, n FROM generate_series(1, ${rowsBefore}) AS n`;

describe.each(availableMajors())("PostgreSQL %i", (major) => {
  let workspace: StageWorkspace;
  let other: Client;
  beforeAll(async () => {
    workspace = await createStageWorkspace(major, { changes: "online", rowsInBatch: 20 });
    other = new Client({ connectionString: workspace.url });
    await other.connect();
  });
  afterAll(async () => {
    await other.end();
    await workspace[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    await workspace.reset();
    await workspace.build(before);
    await workspace.client.query(seed);
  });

  const build = async (emit: (event: StageEvent) => void = () => {}) => {
    const configuration = await configureModel(workspace.folder, after);
    return createDatabaseStage(workspace.project).run(configuration, { ...workspace.context, emit });
  };
  const endRun = () =>
    other.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'build-it'",
    );
  const parts = async () =>
    (
      await other.query<{ part: number; success: boolean }>(
        "SELECT part, success FROM build_it.migration_history WHERE iteration = 2 AND success ORDER BY id",
      )
    ).rows.map(({ part }) => part);

  test("code of the iteration before writes on, the run dies in the midst of a fill, and every row is right", async () => {
    const written = new Map<string, string>();
    const totals = new Map<string, number>();
    let done = false;
    const write = async (): Promise<void> => {
      for (let n = 1; !done; n++) {
        const inserted = `new ${n}`;
        await other.query("INSERT INTO items (name, label, note, code, size, total) VALUES ($1, $1, $2, $3, $4, $5)", [
          inserted,
          `note of ${inserted}`,
          1_000 + n,
          n,
          1_000_000 + n,
        ]);
        written.set(inserted, `note of ${inserted}`);
        totals.set(inserted, 1_000_000 + n);
        // The last rows are left alone.
        const changed = `row ${((n * 7) % (rowsBefore - 50)) + 1}`;
        await other.query("UPDATE items SET note = $2, total = $3 WHERE name = $1", [
          changed,
          `changed ${n}`,
          2_000_000 + n,
        ]);
        // What has another name soon goes on having its values.
        const { rows: bare } = await other.query("SELECT name FROM items WHERE label IS DISTINCT FROM name");
        expect(bare).toEqual([]);
        totals.set(changed, 2_000_000 + n);
        written.set(changed, `changed ${n}`);
      }
    };
    const writing = write();
    writing.catch(() => {});
    let endings: Promise<unknown> | undefined;
    const died = await build((event) => {
      if (event.type === "progress" && event.done >= 100) endings ??= endRun();
    });
    await endings;
    expect(died.status === "halted" && died.reason.kind).toBe("target_unavailable");
    const { rows: midway } = await workspace.client.query<{ rows_done: string; part: number }>(
      "SELECT part, rows_done FROM build_it.part_progress",
    );
    expect(midway).toMatchObject([{ part: 2 }]);
    expect(await parts()).toEqual([1]);
    const counts: number[] = [];
    const resumed = await build((event) => {
      if (event.type === "progress") counts.push(event.done);
    });
    done = true;
    await writing;
    artifactOf(resumed);
    // It went on where it was.
    expect(counts[0]).toBeGreaterThan(Number(midway[0]?.rows_done));
    const ran = await parts();
    expect(ran).toEqual(ran.map((_, index) => index + 1));
    const { rows } = await workspace.client.query<{
      name: string;
      note: string;
      token: string;
      total: string;
      label: string;
      caption: string;
    }>("SELECT name, note, token, total, label, caption FROM items");
    expect(rows.length).toBeGreaterThan(rowsBefore);
    for (const row of rows) {
      expect([row.label, row.caption]).toEqual([row.name, row.name]);
      const number = Number(row.name.slice(4));
      const untouched = number % 2 === 0 ? `note ${number}` : "none";
      expect(row.note).toBe(written.get(row.name) ?? untouched);
      expect(Number(row.total)).toBe(totals.get(row.name) ?? number);
    }
    expect(new Set(rows.map(({ token }) => token)).size).toBe(rows.length);
    await workspace.rollBack(1);
    const { rows: back } = await workspace.client.query<{ name: string; note: string | null }>(
      "SELECT name, note FROM items",
    );
    for (const row of back) {
      const number = Number(row.name.slice(4));
      expect(row.note).toBe(written.get(row.name) ?? (number % 2 === 0 ? `note ${number}` : null));
    }
  }, 300_000);

  test("an index whose building was cut short is dropped and built again", async () => {
    await other.query("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT 1");
    const running = build();
    const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'build-it'
      AND wait_event_type = 'Lock' AND query LIKE '%CREATE%INDEX CONCURRENTLY%'`;
    // It waits for whoever sees the rows as they were.
    while ((await workspace.client.query(waiting)).rowCount === 0);
    await workspace.client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'build-it'",
    );
    expect((await running).status).toBe("halted");
    const invalid = "SELECT FROM pg_index WHERE NOT indisvalid";
    expect((await workspace.client.query(invalid)).rowCount).toBe(1);
    await other.query("COMMIT");
    artifactOf(await build());
    expect((await workspace.client.query(invalid)).rowCount).toBe(0);
  }, 300_000);
});
