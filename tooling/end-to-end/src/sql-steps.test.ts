import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { modelOfAccount, withAccount } from "./seed-model.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

/** Hand-written steps that change rows are part of an iteration, or are refused with the reason. */

let workspace: Workspace;
beforeAll(async () => {
  workspace = await createWorkspace();
});
afterAll(() => workspace[Symbol.asyncDispose]());

beforeEach(async () => {
  await workspace.reset();
  await workspace.writeModel(withAccount);
  await succeed("run");
  await workspace.query("INSERT INTO accounts (name) VALUES ('Ada'), ('Ada'), ('Grace')");
});

async function succeed(...args: readonly string[]): Promise<string> {
  const { exitCode, stderr, stdout } = await workspace.buildIt(...args);
  expect(exitCode, stderr).toBe(0);
  return stdout + stderr;
}

async function writeSteps(steps: Readonly<Record<string, string>>): Promise<void> {
  const folder = join(workspace.app, "database/steps");
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(steps)) await writeFile(join(folder, name), text);
}

const names = async (column = "name"): Promise<readonly string[]> =>
  (await workspace.query<{ value: string }>(`SELECT ${column} AS value FROM accounts ORDER BY 1`)).map(
    ({ value }) => value,
  );

const unique = { "entities/account.yaml": modelOfAccount().replace("max: 100", "max: 100, unique: true") };
const mergeDoubles = `-- reverse: none
WITH numbered AS (SELECT id, row_number() OVER (PARTITION BY name ORDER BY id) AS place FROM public.accounts)
UPDATE public.accounts SET name = name || ' ' || place FROM numbered WHERE numbered.id = accounts.id AND place > 1`;

test("a step before the schema change mends the rows that it would not survive", async () => {
  await workspace.writeModel(unique);
  expect((await workspace.buildIt("run")).exitCode).toBe(5);
  await writeSteps({ "merge_doubles.before.sql": mergeDoubles });
  const planned = await succeed("plan");
  expect(planned).toContain("merge_doubles");
  expect(await names()).toEqual(["Ada", "Ada", "Grace"]);
  await succeed("run");
  expect(await names()).toEqual(["Ada", "Ada 2", "Grace"]);
  const migration = await workspace.read("database/migrations/002_change_accounts.sql");
  expect(migration).toMatch(/-- Data step: steps\/merge_doubles\.before\.sql\n.*UPDATE.*ADD CONSTRAINT/s);
  expect(migration).toContain("1 data step");
  const record = JSON.parse(await workspace.read("database/iterations/002.json"));
  expect(record.steps).toMatchObject([{ file: "steps/merge_doubles.before.sql", reverse: null }]);
  expect(await succeed("run")).toContain("nothing changed");
});

test("a step after the schema change fills a new column, and its reverse runs before the way back and mends what is in it", async () => {
  await workspace.writeModel({
    "entities/account.yaml": modelOfAccount("  code: text\n").replace("max: 100", "max: 200"),
  });
  await writeSteps({
    "code.after.sql": "UPDATE public.accounts SET code = upper(name), name = repeat(name, 40); -- done",
    "code.after.reverse.sql": "UPDATE public.accounts SET name = lower(code), code = NULL",
  });
  await succeed("run");
  expect(await names("code")).toEqual(["ADA", "ADA", "GRACE"]);
  await succeed("rollback", "--to", "1", "--discard-data");
  expect(await names()).toEqual(["ada", "ada", "grace"]);
  await succeed("run");
  expect(await names("code")).toEqual(["ADA", "ADA", "GRACE"]);
});

test("steps alone make an iteration, named after them and run in the order of their names", async () => {
  const append = (letter: string) => `UPDATE public.accounts SET name = name || '${letter}'`;
  const cut = (letter: string) => `UPDATE public.accounts SET name = rtrim(name, '${letter}')`;
  await writeSteps({
    "b.before.sql": append("b"),
    "b.before.reverse.sql": cut("b"),
    "a.before.sql": append("a"),
    "a.before.reverse.sql": cut("a"),
    "a.after.sql": append("c"),
    "a.after.reverse.sql": cut("c"),
  });
  await succeed("run");
  expect(await names()).toEqual(["Adaabc", "Adaabc", "Graceabc"]);
  await workspace.read("database/migrations/002_a_b.sql");
  await succeed("rollback", "--to", "1");
  expect(await names()).toEqual(["Ad", "Ad", "Grace"]);
  const record = JSON.parse(await workspace.read("database/iterations/002.json"));
  expect(record.steps.map(({ file }: { file: string }) => file)).toEqual([
    "steps/a.before.sql",
    "steps/b.before.sql",
    "steps/a.after.sql",
  ]);
});

test("a rollback over a step without a reverse asks, and says what stays", async () => {
  await writeSteps({ "merge_doubles.before.sql": mergeDoubles });
  await succeed("run");
  const stopped = await workspace.buildIt("rollback", "--to", "1");
  expect(stopped.exitCode, stopped.stderr).toBe(3);
  expect(stopped.stderr).toContain("database/step_without_way_back");
  expect(stopped.stderr).toContain("build-it rollback --to 1 --keep-steps");
  await succeed("rollback", "--to", "1", "--keep-steps");
  expect(await names()).toEqual(["Ada", "Ada 2", "Grace"]);
});

test("a step that was taken is never edited, and may be removed", async () => {
  await writeSteps({ "merge_doubles.before.sql": mergeDoubles });
  await succeed("run");
  await writeSteps({ "merge_doubles.before.sql": `${mergeDoubles} AND true` });
  const stopped = await workspace.buildIt("run");
  expect(stopped.exitCode, stopped.stderr).toBe(7);
  expect(stopped.stderr).toContain("database/step_taken_edited");
  await rm(join(workspace.app, "database/steps"), { recursive: true });
  expect(await succeed("run")).toContain("nothing changed");
});

test("rows that a step puts in are none of the shadow's", async () => {
  await writeSteps({
    "first.after.sql": "INSERT INTO public.accounts (name) VALUES ('first')",
    "first.after.reverse.sql": "DELETE FROM public.accounts WHERE name = 'first'",
  });
  await succeed("run");
  await workspace.query("DELETE FROM accounts");
  // With the row on the shadow, its rehearsal would be refused.
  await workspace.writeModel({ "entities/account.yaml": modelOfAccount("  code: { type: string, required: true }\n") });
  await succeed("run");
});

interface Refused {
  readonly steps: Readonly<Record<string, string>>;
  readonly exitCode: number;
  readonly says: readonly string[];
}

const none = (statement: string) => `-- reverse: none\n${statement}`;
const refusals: readonly Refused[] = [
  { steps: { "x.before.sql": "DELETE FROM public.accounts" }, exitCode: 1, says: ["database/step_without_reverse"] },
  {
    steps: { "x.after.sql": none("DO $$ BEGIN ALTER TABLE public.accounts ADD COLUMN IF NOT EXISTS y int; END $$") },
    exitCode: 4,
    says: ["database/rehearsal_differs", "accounts.y", "database/steps_were_rehearsed", "never the schema"],
  },
  {
    steps: {
      "x.after.sql": none(
        "INSERT INTO public.accounts (id, name) VALUES (gen_random_uuid(), 'x'); INSERT INTO public.accounts (id, name) VALUES ('00000000-0000-0000-0000-000000000000', 'x')",
      ),
    },
    exitCode: 4,
    says: ["duplicate key", "database/steps_were_rehearsed", "ON CONFLICT DO NOTHING"],
  },
  {
    steps: { "x.before.sql": none("UPDATE public.accounts SET status = 'gone'") },
    exitCode: 5,
    says: ["database/step_refused_by_rows", "accounts_status_check"],
  },
];

test("is refused, and nothing is written", async () => {
  for (const { steps, exitCode, says } of refusals) {
    await rm(join(workspace.app, "database/steps"), { recursive: true, force: true });
    await writeSteps(steps);
    const before = { files: await workspace.hashFiles(), database: await workspace.describeDatabase() };
    const result = await workspace.buildIt("run");
    expect(result.exitCode, result.stderr).toBe(exitCode);
    const said = result.stderr.replaceAll(/\s+/g, " ");
    for (const words of says) expect(said).toContain(words);
    expect({ files: await workspace.hashFiles(), database: await workspace.describeDatabase() }).toEqual(before);
  }
});
