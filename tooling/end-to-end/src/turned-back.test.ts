import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createWorkspace, type Workspace } from "./workspace.ts";

/** Rollbacks that make of rows what the earlier iteration does not take: nobody can ask for that before. */

let workspace: Workspace;
beforeAll(async () => {
  workspace = await createWorkspace();
});
afterAll(() => workspace[Symbol.asyncDispose]());
beforeEach(() => workspace.reset());

const build = async (fields: string, more = "") => {
  await workspace.writeModel({
    "module.yaml": "title: Shop\nsub_modules:\n  main: { title: Main, entities: [Item] }\n",
    "entities/item.yaml": `entity: Item\nfields:\n  name: { type: string, max: 100 }\n${fields}${more}access:\n  - { allow: all, to: signed_in }\n`,
  });
  const { exitCode, stderr } = await workspace.buildIt("run");
  expect(exitCode, stderr).toBe(0);
};
const id = (last: number) => `00000000-0000-4000-8000-00000000000${last}`;
const rows = () => workspace.query("SELECT * FROM items ORDER BY id");
/** All that a rollback could have changed: it adds the row that says that it failed, and no more. */
const state = async () => [await rows(), await workspace.hashFiles()];
const refused = async (to: number) => {
  const { exitCode, stderr } = await workspace.buildIt("rollback", "--to", String(to));
  expect(exitCode, stderr).toBe(5);
  return stderr.replaceAll(/\s+/g, " ");
};

test("a value that goes back to the one it took the place of may be there already, where it was unique", async () => {
  await build("  state: { type: enum, values: [open, done], unique: true }\n");
  await build("  state: { type: enum, values: [open, shut], map: { done: shut } }\n");
  await workspace.query(
    `INSERT INTO items (id, name, state) VALUES ('${id(1)}', 'a', 'open'), ('${id(2)}', 'b', 'shut'), ('${id(3)}', 'c', 'shut')`,
  );
  const before = await state();
  const said = await refused(1);
  expect(said).toContain("Back in iteration 1: items.state must be unique from now on, and rows are alike in it.");
  expect(said).toContain(`2 of 3 rows are in the way, for one that with id ${id(2)}.`);
  expect(said).toContain("PostgreSQL says: could not create unique index");
  expect(said).toContain("is at iteration 2, with all its rows.");
  expect(await state()).toEqual(before);
  expect((await workspace.buildIt("verify")).exitCode).toBe(0);
  await workspace.query(`UPDATE items SET state = NULL WHERE id = '${id(3)}'`);
  const back = await workspace.buildIt("rollback", "--to", "1");
  expect(back.exitCode, back.stderr).toBe(0);
  expect(await workspace.query("SELECT state FROM items ORDER BY id")).toEqual([
    { state: "open" },
    { state: "done" },
    { state: null },
  ]);
});

test("values that wait in the archive do not make the others unique", async () => {
  await build("  state: { type: enum, values: [open, done], unique: true }\n");
  await workspace.query(`INSERT INTO items (id, state) VALUES ('${id(1)}', 'open'), ('${id(2)}', 'done')`);
  await build("  state: { type: enum, values: [open], map: { done: open } }\n");
  const before = await state();
  expect(await refused(1)).toContain(`2 of 2 rows are in the way, for one that with id ${id(1)}.`);
  expect(await state()).toEqual(before);
});

test("a step of the way back tells what the step before it made of rows, and where the database is", async () => {
  await build("  amount: { type: integer, required: true, default: 1, min: 0 }\n");
  await build("  amount: { type: integer, default: 1 }\n");
  await build("  amount: { type: string, cast: { sql: amount::text } }\n");
  await workspace.query(
    `INSERT INTO items (id, amount) VALUES ('${id(1)}', '7'), ('${id(2)}', NULL), ('${id(3)}', '-7')`,
  );
  const said = await refused(1);
  expect(said).toContain("Back in iteration 1: ");
  expect(said).toMatch(/1 of 3 rows are in the way, for one that with id 00000000-0000-4000-8000-00000000000[23]\./);
  expect(said).toContain("is at iteration 2, with all its rows.");
  expect(await workspace.query("SELECT amount FROM items ORDER BY id")).toEqual([
    { amount: 7 },
    { amount: null },
    { amount: -7 },
  ]);
  expect(await refused(1)).toMatch(/items\.amount is required now.*1 of 3 rows.*items_amount_range_check.*1 of 3 rows/);
  await workspace.query("UPDATE items SET amount = 8 WHERE amount IS DISTINCT FROM 7");
  const back = await workspace.buildIt("rollback", "--to", "1");
  expect(back.exitCode, back.stderr).toBe(0);
});

test("a value that fits no earlier type is told in PostgreSQL's words, with the line of the rollback", async () => {
  await build("  amount: integer\n");
  await build("  amount: { type: string, cast: { sql: amount::text } }\n");
  await build("  amount: { type: string, cast: { sql: upper(amount) }, max: 20 }\n");
  await workspace.query(`INSERT INTO items (id, amount) VALUES ('${id(1)}', 'MANY')`);
  const said = await refused(1);
  expect(said).toContain("Back in iteration 1 there is no place for what");
  expect(said).toContain('invalid input syntax for type integer: "MANY"');
  expect(said).toContain("is at iteration 2, with all its rows.");
  expect(await workspace.query("SELECT amount FROM items")).toEqual([{ amount: "MANY" }]);
});
