import { appendFile, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { modelOfAccount, withAccount, withLocation } from "./seed-model.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

/** An environment that takes only what was approved, from the first file to the verified apply. */

const production = "crm_production";

let workspace: Workspace;
beforeAll(async () => {
  workspace = await createWorkspace({
    environments: `production: { apply: "approved", target: { embedded: true, database: "${production}" } }`,
    settings: "batches: { rows: 1, pauseMs: 20 }",
  });
  await workspace.writeModel(withAccount);
});
afterAll(() => workspace[Symbol.asyncDispose]());

const build = () => workspace.buildIt("run", "--env", "production");
const tables = async () =>
  (
    await workspace.query<{ tablename: string }>(
      "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
      production,
    )
  ).map(({ tablename }) => tablename);

test("a run writes the files, applies nothing, and stops with exit 3 and the next command", async () => {
  const { exitCode, stderr } = await build();
  expect(exitCode, stderr).toBe(3);
  expect(stderr).toContain("build-it approve 1 --env production");
  expect(await readdir(join(workspace.app, "database/migrations"))).toEqual(["001_account.sql"]);
  expect(await tables()).toEqual([]);
});

test("the same run again writes nothing more and asks for the same", async () => {
  const before = await workspace.hashFiles();
  const { exitCode } = await build();
  expect(exitCode).toBe(3);
  expect(await workspace.hashFiles()).toEqual(before);
});

test("approve records who approved which checksum", async () => {
  const { exitCode, stderr } = await workspace.buildIt("approve", "1", "--by", "Ada", "--env", "production");
  expect(exitCode, stderr).toBe(0);
  const approval = JSON.parse(await workspace.read("database/approvals/001_account.production.json"));
  const record = JSON.parse(await workspace.read("database/iterations/001.json"));
  expect(approval).toMatchObject({
    iteration: 1,
    environment: "production",
    approvedBy: "Ada",
    checksum: record.databaseChanges.migrations[0].checksum,
  });
});

test("what was approved is applied and verified, and the history says who approved it", async () => {
  const { exitCode, stderr } = await build();
  expect(exitCode, stderr).toBe(0);
  expect(await tables()).toEqual(["accounts"]);
  const rows = await workspace.query(
    "SELECT iteration, success, approved_by, environment FROM build_it.migration_history",
    production,
  );
  expect(rows).toEqual([{ iteration: 1, success: true, approved_by: "Ada", environment: "production" }]);
});

test("an approval holds for one checksum and one environment only", async () => {
  await workspace.writeModel(withLocation);
  expect((await build()).exitCode).toBe(3);
  expect((await workspace.buildIt("approve", "2", "--by", "Ada", "--env", "production")).exitCode).toBe(0);
  const file = join(workspace.app, "database/approvals/002_location.production.json");
  const approval = await readFile(file, "utf8");
  await writeFile(file, approval.replace(/"checksum": "[0-9a-f]+"/, `"checksum": "${"0".repeat(64)}"`));
  const refused = await build();
  expect(refused.exitCode, refused.stderr).toBe(3);
  await writeFile(file, approval);
  // A migration that was edited after it was approved is not the one that was approved.
  const migration = join(workspace.app, "database/migrations/002_location.sql");
  const text = await readFile(migration, "utf8");
  await appendFile(migration, "DROP TABLE public.accounts;\n");
  expect((await build()).exitCode).toBe(7);
  await writeFile(migration, text);
  const applied = await build();
  expect(applied.exitCode, applied.stderr).toBe(0);
  expect(await tables()).toEqual(["accounts", "locations"]);
});

test("development builds from the same files without any approval", async () => {
  const { exitCode, stderr } = await workspace.buildIt("run");
  expect(exitCode, stderr).toBe(0);
});

test("a plan says who waits, and a run that is killed in the midst of a fill goes on when it is run again", async () => {
  const rows = 40;
  await workspace.query(
    `INSERT INTO accounts (name) SELECT 'row ' || n FROM generate_series(1, ${rows}) AS n; ANALYZE accounts`,
    production,
  );
  const account = modelOfAccount("  token: { type: uuid, required: true, default: uuid }\n");
  const cast = '{ type: string, required: true, max: 50, cast: { sql: "left(name, 50)" } }';
  await workspace.writeModel({ "entities/account.yaml": account.replace(/(?<=name: ){.*}/, cast) });
  const { stdout } = await workspace.buildIt("plan", "--env", "production");
  const [, waiting = ""] = stdout.split("Who waits:\n");
  expect(waiting.replaceAll(/\d+ kB/g, "… kB")).toMatchInlineSnapshot(`
    "  003_add_token_1_change.sql
        ALTER TABLE public.accounts ALTER COLUMN name TYPE character varying(50) USING left(name, 50)
        ▲ rewrites accounts under ACCESS EXCLUSIVE: about 40 rows, … kB; nobody can read or write it meanwhile
        ALTER TABLE public.accounts ADD COLUMN token uuid
          locks accounts: about 40 rows, … kB; nobody can read or write it for a moment
        ALTER TABLE public.accounts ALTER COLUMN token SET DEFAULT gen_random_uuid()
          locks accounts: about 40 rows, … kB; nobody can read or write it for a moment
      003_add_token_2_fill.sql
        UPDATE public.accounts SET token = DEFAULT WHERE token IS NULL
          fills accounts in batches: about 40 rows, … kB; others read and write it meanwhile
      003_add_token_3_check.sql
        ALTER TABLE public.accounts ADD CONSTRAINT is_filled_1 CHECK (token IS NOT NULL) NOT VALID
          locks accounts: about 40 rows, … kB; nobody can read or write it for a moment
      003_add_token_4_validate.sql
        UPDATE public.accounts SET token = DEFAULT WHERE token IS NULL
          reads all of accounts: about 40 rows, … kB; others read and write it meanwhile
        ALTER TABLE public.accounts VALIDATE CONSTRAINT is_filled_1
          reads all of accounts: about 40 rows, … kB; others read and write it meanwhile
      003_add_token_5_finish.sql
        ALTER TABLE public.accounts ALTER COLUMN token SET NOT NULL
          locks accounts: about 40 rows, … kB; nobody can read or write it for a moment

    \`build-it plan --sql\` prints the SQL, \`build-it run\` applies it.
    "
  `);
  expect((await build()).exitCode).toBe(3);
  expect((await workspace.buildIt("approve", "3", "--by", "Ada", "--env", "production")).exitCode).toBe(0);
  const killed = workspace.startBuildIt("run", "--env", "production");
  const done = async (): Promise<number> => {
    const [row] = await workspace.query<{ done: number }>(
      "SELECT max(rows_done)::int AS done FROM build_it.part_progress",
      production,
    );
    return row?.done ?? 0;
  };
  while ((await done()) === 0);
  killed.kill();
  await killed.done;
  const filled = await done();
  expect(filled).toBeLessThan(rows);
  const { exitCode, stderr } = await build();
  expect(exitCode, stderr).toBe(0);
  const [tokens] = await workspace.query<{ rows: number; different: number }>(
    "SELECT count(*)::int AS rows, count(DISTINCT token)::int AS different FROM accounts",
    production,
  );
  expect(tokens).toEqual({ rows, different: rows });
  const parts = await workspace.query<{ part: number }>(
    "SELECT part FROM build_it.migration_history WHERE iteration = 3 AND success ORDER BY id",
    production,
  );
  expect(parts.map(({ part }) => part)).toEqual([1, 2, 3, 4, 5]);
  const status = JSON.parse((await workspace.buildIt("status", "--env", "production", "--json")).stdout);
  expect(status).toMatchObject({ iteration: 3, state: "verified" });
});
