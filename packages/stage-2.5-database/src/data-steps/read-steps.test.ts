import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { databaseFolder } from "../3-write/database-folder.ts";
import { readSteps } from "./read-steps.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "build-it-steps-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function read(files: Readonly<Record<string, string>>) {
  await mkdir(join(root, "steps"), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(root, "steps", name), text);
  return readSteps(databaseFolder(root), []);
}

const none = (statement: string) => `-- reverse: none\n${statement}`;

interface Refused {
  readonly name: string;
  readonly steps: Readonly<Record<string, string>>;
  readonly says: readonly string[];
}

const refusals: readonly Refused[] = [
  {
    name: "without a reverse and without the word that there is none",
    steps: { "x.before.sql": "DELETE FROM public.accounts" },
    says: ["database/step_without_reverse", "x.before.reverse.sql", "-- reverse: none"],
  },
  {
    name: "with both",
    steps: { "x.before.sql": none("DELETE FROM public.accounts"), "x.before.reverse.sql": "SELECT 1" },
    says: ["database/step_twice_reversed"],
  },
  {
    name: "a reverse alone",
    steps: { "x.before.reverse.sql": "SELECT 1" },
    says: ["database/reverse_without_step"],
  },
  { name: "another name", steps: { "x.sql": none("SELECT 1") }, says: ["database/step_name_refused"] },
  { name: "nothing in it", steps: { "x.after.sql": none("") }, says: ["database/step_empty"] },
  {
    name: "no SQL",
    steps: { "x.after.sql": none("UPDATE public.accounts SOT") },
    says: ["database/step_not_sql", '"file":"steps/x.after.sql","line":2'],
  },
  {
    name: "the end of the transaction",
    steps: { "x.after.sql": none("DELETE FROM public.accounts; COMMIT") },
    says: ["database/step_statement_refused", "It would end the transaction"],
  },
  {
    name: "what runs in no transaction",
    steps: { "x.after.sql": none("VACUUM public.accounts") },
    says: ["database/step_statement_refused", "PostgreSQL runs it in no transaction"],
  },
  {
    name: "a change of the schema",
    steps: { "x.after.sql": none("ALTER TABLE public.accounts ADD COLUMN y int") },
    says: ["database/step_statement_refused", "It changes the schema, which comes from the model"],
  },
  {
    name: "a setting",
    steps: { "x.after.sql": none("SET LOCAL row_security = off") },
    says: ["database/step_statement_refused"],
  },
  {
    name: "a name without its schema",
    steps: { "x.after.sql": none("WITH own AS (SELECT) DELETE FROM accounts USING own") },
    says: ["database/step_name_unqualified", "accounts is written without its schema"],
  },
];

test.each(refusals)("refuses $name", async ({ steps, says }) => {
  const { refused } = await read(steps);
  for (const words of says) expect(JSON.stringify(refused)).toContain(words);
});

test("takes statements up to the last word, so that no comment swallows what comes behind them", async () => {
  const { steps, refused } = await read({ "x.after.sql": none("SELECT 1; -- one\r\nSELECT ';' -- two; three") });
  expect(refused).toEqual([]);
  expect(steps).toMatchObject([
    { name: "x", when: "after", reverse: null, sql: "-- reverse: none\nSELECT 1; -- one\nSELECT ';';" },
  ]);
});

test("reads no step where the folder is missing", async () => {
  expect(await readSteps(databaseFolder(root), [])).toEqual({ steps: [], edited: [], refused: [] });
});
