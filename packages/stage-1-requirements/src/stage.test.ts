import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { ModuleDefinition } from "@build-it/artifacts";
import type { StageContext } from "@build-it/stage-contract";
import { afterEach, expect, test } from "vitest";
import { requirementsStage } from "./stage.ts";

const context: StageContext = {
  runId: "test",
  environment: { name: "development", apply: "auto" },
  signal: new AbortController().signal,
  now: () => new Date(0),
  emit: () => undefined,
  decide: async ({ unattended }) => unattended,
};

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

/** A folder `busm` with a module `shop` of these files. */
const writeModule = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), "requirements-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, "busm/shop", name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return path.join(folder, "busm");
};

const run = async (files: Readonly<Record<string, string>>, module = "shop") =>
  requirementsStage.run({ root: await writeModule(files), module }, context);

const entity = (name: string, fields = "{ name: string }") => `entity: ${name}\nfields: ${fields}\n`;
const shop = {
  "module.yaml": "title: Shop\nsub_modules:\n  sales: [Order]\n  extra: { title: And more, entities: [] }\n",
  "entities/order.yaml": entity("Order", "{ customerId: -> Customer }"),
  "entities/customer.yaml": entity("Customer", "{ cityId: -> City }"),
  "entities/city.yaml": entity("City"),
  "entities/aside.yaml": entity("Aside"),
  "sql/b.sql": "select 2;\n",
  "sql/a.sql": "select 1;\n",
};

test("takes what the sub-modules select and what that refers to, and notes what it leaves out", async () => {
  const result = await run(shop);
  if (result.status !== "completed") throw new Error("The model is valid.");
  const { artifact, diagnostics } = result;
  expect(artifact.entities.map((definition) => definition.entity.entity)).toEqual(["City", "Customer", "Order"]);
  expect(artifact.subModules).toEqual([
    { name: "sales", title: "Sales", entities: ["Order"] },
    { name: "extra", title: "And more", entities: [] },
  ]);
  expect(artifact.sqlFiles.map((file) => file.path)).toEqual(["busm/shop/sql/a.sql", "busm/shop/sql/b.sql"]);
  expect(diagnostics.map(({ code, location }) => [code, location?.file, location?.line])).toEqual([
    ["requirements/entity_not_selected", "busm/shop/entities/aside.yaml", 1],
  ]);
  expect(ModuleDefinition.parse(JSON.parse(JSON.stringify(artifact)))).toEqual(artifact);
});

test("gives the same definition wherever the model lies", async () => {
  const [one, other] = [await run(shop), await run(shop)];
  expect(JSON.stringify(one)).toBe(JSON.stringify(other));
});

test("halts with every error of every file", async () => {
  const result = await run({
    ...shop,
    "entities/city.yaml": entity("City", "{ name: strng }"),
    "entities/order.yaml": entity("Order", "{ customerId: -> Custmer, total: mony }"),
  });
  if (result.status !== "halted") throw new Error("The model is not valid.");
  expect(result.reason).toEqual({ kind: "invalid_model", message: "The model of `shop` has 3 errors in 2 files." });
  expect(result.diagnostics.map(({ code, location }) => [code, location?.file])).toEqual([
    ["busm/unknown_type", "busm/shop/entities/city.yaml"],
    ["busm/unknown_entity", "busm/shop/entities/order.yaml"],
    ["busm/unknown_type", "busm/shop/entities/order.yaml"],
  ]);
});

test.each([
  ["a module that is not there", shop, "shpo", "busm/module_missing", /Did you mean `shop`/],
  ["a name that leads out of the folder", shop, "../shop", "busm/unusable_name", /`\.\.\/shop`/],
  ["a module without its file", { "entities/a.yaml": entity("A") }, "shop", "busm/module_file_missing", /module\.yaml/],
  ["a file with another ending", { ...shop, "entities/a.yml": entity("A") }, "shop", "busm/wrong_ending", /a\.yml/],
  ["an entity beside its folder", { ...shop, "a.yaml": entity("A") }, "shop", "busm/unknown_model_file", /entities/],
  [
    "a folder that is called like a file",
    { ...shop, "entities/a.yaml/b": "" },
    "shop",
    "busm/unreadable_file",
    /EISDIR/,
  ],
])("halts at %s", async (_what, files, module, code, words) => {
  const result = await run(files, module);
  expect(result.status).toBe("halted");
  expect(result.diagnostics.filter(({ severity }) => severity === "error").map((each) => each.code)).toEqual([code]);
  expect(JSON.stringify(result.diagnostics)).toMatch(words);
});
