import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { applyPending, createDatabaseStage } from "@build-it/stage-2.5-database";
import type { StageContext, StageEvent, StageResult } from "@build-it/stage-contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ModelFiles } from "./arbitrary-model.ts";
import { configureModel } from "./configure-model.ts";
import { artifactOf, createStageWorkspace, type StageWorkspace } from "./stage-workspace.ts";

/** An iteration of several parts that also has data steps and loses values: all of it, half of it, and the ways back. */

const modelOf = (fields: string): ModelFiles => ({
  "module.yaml": "title: Shop\nsub_modules:\n  main: { title: Main, entities: [Item] }\n",
  "entities/item.yaml": `entity: Item
fields:
  name: { type: string, required: true, max: 100 }
${fields}access:
  - { allow: all, to: signed_in }
`,
});
const before = modelOf("  label: string(50)\n  note: text\n  code: string(20)\n");
const after = modelOf(`  caption: { type: string, max: 50, renamed_from: label }
  note: { type: text, required: true, backfill: none }
  code: { type: string, max: 3, cast: { sql: "left(code, 3)" } }
`);
const seed = `INSERT INTO items (name, label, note, code)
  VALUES ('one', 'label 1', 'note', 'abcdef'), ('two', 'label 2', NULL, 'abc'), ('three', 'label 3', NULL, 'xyz1'),
    ('four', 'label 4', NULL, NULL)`;
const steps = {
  "say.before.sql": "UPDATE public.items SET note = 'said' WHERE name = 'two';",
  "say.before.reverse.sql": "UPDATE public.items SET note = NULL WHERE note = 'said';",
  "mark.after.sql": "UPDATE public.items SET caption = caption || '!';",
  "mark.after.reverse.sql": "UPDATE public.items SET caption = rtrim(caption, '!');",
};

let workspace: StageWorkspace;
beforeAll(async () => {
  workspace = await createStageWorkspace(17, { changes: "online", rowsInBatch: 1 });
  await workspace.reset();
});
afterAll(() => workspace[Symbol.asyncDispose]());

const query = async (text: string) => (await workspace.client.query(text)).rows;
const rows = () => query("SELECT * FROM items ORDER BY name");
/** What waits in the archive. */
const archived = async () =>
  (await query("SELECT to_regclass('build_it.archive') AS archive"))[0]?.archive === null
    ? []
    : query("SELECT column_name, rows_left::int FROM build_it.archive WHERE rows_left > 0 ORDER BY id");

/** Applies it, and stops when the first row of a fill is done, of the first or of the second one. */
async function stopInFill(number: number, run: (context: StageContext) => Promise<StageResult<unknown>>) {
  const stopping = new AbortController();
  let fills = 0;
  const emit = (event: StageEvent): void => {
    if (event.type === "progress" && event.done === 1 && ++fills === number) stopping.abort();
  };
  const { status } = await run({ ...workspace.context, signal: stopping.signal, emit });
  expect(status).toBe("halted");
}

test("an iteration of several parts is taken back from wherever it stopped, and from its end", async () => {
  await workspace.build(before);
  await query(seed);
  const schemaBefore = await workspace.readSchema();
  const rowsBefore = await rows();
  const folder = join(workspace.project.databaseFolder, "steps");
  await mkdir(folder, { recursive: true });
  for (const [file, text] of Object.entries(steps)) await writeFile(join(folder, file), text);
  const { project } = workspace;
  const configuration = await configureModel(workspace.folder, after);
  const begun = () => query("SELECT part FROM build_it.part_progress WHERE rows_done = 1");

  const takeBack = async (): Promise<void> => {
    await workspace.rollBack(1);
    expect(await rows()).toEqual(rowsBefore);
    expect(await workspace.readSchema()).toEqual(schemaBefore);
    // What was cut is back, and what was filled on the way was nobody's.
    expect(await archived()).toEqual([]);
  };
  // Before the rename.
  await stopInFill(1, (context) => createDatabaseStage(project).run(configuration, context));
  expect(await begun()).toEqual([{ part: 2 }]);
  await takeBack();
  // After the rename, the data step and the cut.
  await stopInFill(2, (context) => applyPending(project, context));
  expect(await begun()).toEqual([{ part: 4 }]);
  await takeBack();

  let writing: Promise<unknown> | undefined;
  const emit = (event: StageEvent): void => {
    if (event.type === "progress" && event.done === 1)
      writing = query("UPDATE items SET note = 'theirs' WHERE name = 'four'");
  };
  artifactOf(await applyPending(project, { ...workspace.context, emit }));
  await writing;
  const files = await readdir(join(project.databaseFolder, "migrations"));
  expect(files.flatMap((file) => /^002_.*_\d_([a-z]+)\.sql$/.exec(file)?.[1] ?? [])).toEqual([
    "prepare",
    "fill",
    "change",
    "fill",
    "check",
    "validate",
    "finish",
  ]);
  expect(await query("SELECT name, label, caption, note, code FROM items ORDER BY name")).toEqual([
    { name: "four", label: "label 4!", caption: "label 4!", note: "theirs", code: null },
    { name: "one", label: "label 1!", caption: "label 1!", note: "note", code: "abc" },
    { name: "three", label: "label 3!", caption: "label 3!", note: "none", code: "xyz" },
    { name: "two", label: "label 2!", caption: "label 2!", note: "said", code: "abc" },
  ]);
  await workspace.rollBack(1);
  expect(await rows()).toEqual(rowsBefore.map((row) => (row.name === "four" ? { ...row, note: "theirs" } : row)));
}, 120_000);
