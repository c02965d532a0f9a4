import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createTestDatabase } from "@build-it/test-databases";
import { expect, test } from "vitest";
import { compareDatabases } from "./compare-databases.ts";

const read = (path: string) => readFileSync(join(import.meta.dirname, path), "utf8");
const [example = "", result = ""] = [...read("../README.md").matchAll(/^```(?:ts|sql)\n(.*?)^```$/gms)].map(
  ([, text = ""]) => text,
);

test("the README's example is the one that is tested", () => {
  expect(example.replace("@build-it/postgres-schema", "../src/index.ts").split("\n").sort()).toEqual(
    read("compare-databases.ts").split("\n").sort(),
  );
});

test("the README's example gives what the README shows", async () => {
  const databases = await Promise.all([createTestDatabase(), createTestDatabase()]);
  try {
    const [from, to] = await Promise.all([databases[0].client(), databases[1].client()]);
    await from.query("CREATE TABLE accounts (name varchar(50))");
    await to.query("CREATE TABLE accounts (name varchar(100), phone text)");
    const steps = await compareDatabases(from, to);
    expect(steps.map(({ sql, lock }) => `${sql}; -- ${lock}\n`).join("")).toBe(result);
  } finally {
    await Promise.all(databases.map((database) => database.drop()));
  }
});
