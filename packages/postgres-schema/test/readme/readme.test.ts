import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { introspectSchema } from "../../src/index.ts";
import { findDrift } from "./find-drift.ts";
import { listColumns } from "./list-columns.ts";
import { planChanges } from "./plan-changes.ts";
import { writeMigration } from "./write-migration.ts";

const read = (path: string) => readFile(join(import.meta.dirname, path), "utf8");
const linesOf = (text: string) => text.replace("@build-it/postgres-schema", "../../src/index.ts").split("\n").sort();

let databases: readonly TestDatabase[];
let from: Client;
let to: Client;
beforeAll(async () => {
  databases = await Promise.all([createTestDatabase(), createTestDatabase()]);
  [from, to] = (await Promise.all(databases.map((database) => database.client()))) as [Client, Client];
  await from.query("CREATE TABLE accounts (name varchar(50))");
  await to.query("CREATE TABLE accounts (title varchar(100), phone text)");
});
afterAll(() => Promise.all(databases.map((database) => database.drop())));

/** The README's blocks of a language, in their order. */
const blocks = async (language: string): Promise<readonly string[]> =>
  [...(await read("../../README.md")).matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, found, text = ""]) =>
    found === language ? [text] : [],
  );

test("the README's examples are those that are tested", async () => {
  const tested = ["list-columns", "find-drift", "plan-changes", "write-migration"].map((name) => read(`${name}.ts`));
  expect((await blocks("ts")).map(linesOf)).toEqual((await Promise.all(tested)).map(linesOf));
});

test("the README's examples give what it shows", async () => {
  const [columns = "", drift = "", steps = ""] = await blocks("text");
  expect(`${(await listColumns(to)).join("\n")}\n`).toBe(columns);
  expect(`${JSON.stringify(await findDrift(from, to), null, 2)}\n`).toBe(drift);
  expect(await findDrift(from, from)).toBeNull();
  const planned = await planChanges(from, to);
  expect(planned.map(({ sql, lock, hazards }) => `${sql.text}; -- ${[lock, ...hazards].join(", ")}\n`).join("")).toBe(
    steps,
  );
});

test("the README's scripts are written, and run", async () => {
  const folder = await mkdtemp(join(tmpdir(), "build-it-readme-"));
  try {
    const [before, after] = await Promise.all([from, to].map((one) => introspectSchema(one, { schemas: ["public"] })));
    if (before === undefined || after === undefined) throw new Error("both were read");
    await writeMigration(before.schema, after.schema, folder);
    const [up, down] = await Promise.all(["up", "down"].map((name) => readFile(join(folder, `${name}.sql`), "utf8")));
    expect([up]).toEqual(await blocks("sql"));
    await from.query(up ?? "");
    expect(await findDrift(from, to)).toBeNull();
    await from.query(down ?? "");
    expect(await listColumns(from)).toEqual(["accounts.name character varying(50)"]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
