import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readModel } from "./read-model.ts";

let folder = "";
const root = () => path.join(folder, "busm");
const cacheFolder = () => path.join(folder, "cache");
const accountFile = () => path.join(root(), "crm/entities/account.yaml");
const cacheFile = () => path.join(cacheFolder(), "model-crm.json");

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "parse-cache-"));
  await cp(path.resolve(import.meta.dirname, "../../../busm"), root(), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

test("gives the same model from the cache as from the files", async () => {
  const fresh = await readModel(root(), "crm");
  expect(await readModel(root(), "crm", cacheFolder())).toEqual(fresh);
  const written = await readFile(cacheFile(), "utf8");
  expect(await readModel(root(), "crm", cacheFolder())).toEqual(fresh);
  expect(await readFile(cacheFile(), "utf8")).toBe(written);
  expect(await readdir(cacheFolder())).toEqual(["model-crm.json"]);
});

test("takes an unchanged file from the cache", async () => {
  await readModel(root(), "crm", cacheFolder());
  await writeFile(
    cacheFile(),
    (await readFile(cacheFile(), "utf8")).replace("A person at an account.", "From the cache."),
  );
  const { model } = await readModel(root(), "crm", cacheFolder());
  expect(model?.entities.map(({ entity }) => entity.description)).toContain("From the cache.");
});

test("reads a changed file, and forgets what it said before", async () => {
  await readModel(root(), "crm", cacheFolder());
  await writeFile(accountFile(), (await readFile(accountFile(), "utf8")).replace("website: url", "homepage: url"));
  const { model } = await readModel(root(), "crm", cacheFolder());
  expect(Object.keys(model?.entities[0]?.entity.fields ?? {})).toContain("homepage");
  expect(await readFile(cacheFile(), "utf8")).not.toContain("website");
});

test("reports a problem between cached files where it stands", async () => {
  await readModel(root(), "crm", cacheFolder());
  await rm(path.join(root(), "crm/entities/territory.yaml"));
  const { problems } = await readModel(root(), "crm", cacheFolder());
  expect(problems.map(({ code, location }) => [code, location.file, location.excerpt?.split("\n")[0]])).toContainEqual([
    "busm/unknown_entity",
    "busm/crm/entities/account.yaml",
    "  territoryId: -> Territory   # a reference; it has an index by itself",
  ]);
});

test("keeps no file that has a problem", async () => {
  await writeFile(accountFile(), (await readFile(accountFile(), "utf8")).replace("website: url", "website: ulr"));
  const first = await readModel(root(), "crm", cacheFolder());
  expect(first.problems.map(({ code }) => code)).toEqual(["busm/unknown_type"]);
  expect(await readModel(root(), "crm", cacheFolder())).toEqual(first);
});

test.each(["", "{", "null", '{"a":1}'])("counts a damaged cache as empty: %j", async (text) => {
  const fresh = await readModel(root(), "crm", cacheFolder());
  await writeFile(cacheFile(), text);
  expect(await readModel(root(), "crm", cacheFolder())).toEqual(fresh);
});
