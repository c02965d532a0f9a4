import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { planIteration } from "@build-it/stage-2.5-database";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ModelFiles } from "./arbitrary-model.ts";
import { configureModel } from "./configure-model.ts";
import { filesOf, type ModelChange, modelChanges } from "./model-changes.ts";
import { artifactOf, createStageWorkspace, type StageWorkspace } from "./stage-workspace.ts";

/** Changes that are written for a database that others work on. */

const changeCalled = (title: string): ModelChange => {
  const found = modelChanges.find((change) => change.title === title);
  if (found === undefined) throw new Error(`no change is called ${title}`);
  return found;
};

/** The parts that each change is cut into; one that stands alone has no name of its own. */
const cut: readonly (readonly [title: string, parts: readonly string[]])[] = [
  ["A new required field whose default is another for each row", ["change", "fill", "check", "validate", "finish"]],
  ["A field renamed", ["prepare", "fill", "change"]],
  ["A new reference", ["change", "index", "validate"]],
  ["An optional field that becomes required, with a backfill", ["change", "fill", "check", "validate", "finish"]],
  ["A wider number", ["change", "fill", "swap"]],
  ["An enum value added", ["change", "validate"]],
  ["Unique values", ["index", "finish"]],
  ["An index", ["alone"]],
  ["No index", ["alone"]],
  ["A smallest value", ["change", "validate"]],
];

describe("one by one", () => {
  let workspace: StageWorkspace;
  beforeAll(async () => {
    workspace = await createStageWorkspace(17, { changes: "online", rowsInBatch: 1 });
  });
  afterAll(() => workspace[Symbol.asyncDispose]());

  test.each(cut)("%s", async (title, parts) => {
    const change = changeCalled(title);
    const [before, after] = filesOf(change);
    await workspace.reset();
    await workspace.build(before);
    await workspace.client.query(change.seed ?? "");
    const rows = (await workspace.client.query("SELECT * FROM items ORDER BY name")).rows;
    await workspace.build(after);
    const files = (await readdir(join(workspace.project.databaseFolder, "migrations"))).filter((file) =>
      file.startsWith("002"),
    );
    expect(files.map((file) => /_\d_([a-z]+)\.sql$/.exec(file)?.[1] ?? "alone")).toEqual(parts);
    await workspace.rollBack(1);
    expect((await workspace.client.query("SELECT * FROM items ORDER BY name")).rows).toEqual(rows);
  });
});

/** A number, with what may stand on it besides an index. */
const underMuch = (type: string): ModelFiles => ({
  "module.yaml": "title: Shop\nsub_modules:\n  main: { title: Main, entities: [Item] }\n",
  "entities/item.yaml": `entity: Item
fields:
  name: { type: string, required: true, max: 100 }
  pin: { type: string, secret: true }
  amount: { type: ${type}, required: true }
access:
  - { allow: all, to: signed_in, when: { amount: { gt: 0 } } }
`,
  "sql/amounts.sql": `CREATE VIEW public.amounts AS SELECT name, amount FROM public.items;
GRANT SELECT ON public.amounts TO service_role;
`,
});

test("a wider number under a policy, a view and rights on columns is changed beside itself", async () => {
  await using workspace = await createStageWorkspace(17, { changes: "online" });
  await workspace.reset();
  await workspace.build(underMuch("integer"));
  await workspace.client.query("INSERT INTO items (name, amount) VALUES ('one', 1), ('two', -2)");
  const configuration = await configureModel(workspace.folder, underMuch("bigint"));
  const { costs } = artifactOf(await planIteration(configuration, workspace.project, workspace.context));
  expect(costs.filter(({ severe }) => severe)).toEqual([]);
  await workspace.build(underMuch("bigint"));
  expect((await workspace.client.query("SELECT name, amount FROM amounts ORDER BY name")).rows).toEqual([
    { name: "one", amount: "1" },
    { name: "two", amount: "-2" },
  ]);
});

test("a plan says of each statement who waits for how long, and how much there is", async () => {
  await using workspace = await createStageWorkspace(17);
  const change = changeCalled("A wider number");
  const [before, after] = filesOf(change);
  await workspace.reset();
  await workspace.build(before);
  await workspace.client.query(change.seed ?? "");
  const configuration = await configureModel(workspace.folder, after);
  const simple = artifactOf(await planIteration(configuration, workspace.project, workspace.context));
  expect(simple.costs).toMatchObject([
    { table: "items", lock: "access_exclusive", work: "rewrites_table", rows: 2, severe: true },
  ]);
  expect(simple.costs[0]?.text).toMatch(
    /^rewrites items under ACCESS EXCLUSIVE: about 2 rows, \d+ kB; nobody can read or write it meanwhile$/,
  );
});
