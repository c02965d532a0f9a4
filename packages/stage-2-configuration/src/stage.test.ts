import path from "node:path";
import { Configuration, ModuleDefinition } from "@build-it/artifacts";
import { readModel } from "@build-it/busm";
import type { StageContext } from "@build-it/stage-contract";
import { expect, test } from "vitest";
import { configurationStage } from "./stage.ts";

const context: StageContext = {
  runId: "test",
  environment: { name: "development", apply: "auto" },
  signal: new AbortController().signal,
  now: () => new Date(0),
  emit: () => undefined,
  decide: async ({ unattended }) => unattended,
};

/** The sample model, as stage 1 hands it over. */
const readSample = async (): Promise<ModuleDefinition> => {
  const { model, problems } = await readModel(path.resolve(import.meta.dirname, "../../../busm"), "crm");
  expect(problems).toEqual([]);
  if (model === null) throw new Error("The sample model is valid.");
  const { name, module, entities, enums, sqlFiles } = model;
  return { name, title: module.title, schema: "public", subModules: [], entities, enums, sqlFiles };
};

const configure = async (module: ModuleDefinition): Promise<Configuration> => {
  const result = await configurationStage.run(module, context);
  if (result.status !== "completed") throw new Error("Stage 2 does not halt.");
  return result.artifact;
};

test("makes the seed's tables out of the sample model", async () => {
  const { entities } = await configure(await readSample());
  expect(entities.map(({ name, table, key, display }) => [name, table, key, display])).toEqual([
    ["Account", "accounts", ["id"], "name"],
    ["Contact", "contacts", ["id"], "lastName"],
    ["Location", "locations", ["id"], "address"],
    ["Territory", "territories", ["id"], "name"],
  ]);
  expect(entities[0]?.fields.map(({ column, type, required }) => [column, type.kind, required])).toEqual([
    ["id", "uuid", true],
    ["name", "text", true],
    ["type", "enum", true],
    ["status", "enum", true],
    ["phone", "text", false],
    ["website", "text", false],
    ["territory_id", "reference", false],
    ["created_at", "datetime", true],
    ["updated_at", "datetime", true],
  ]);
});

test("gives the same configuration for a stored module definition", async () => {
  const module = await readSample();
  const stored = ModuleDefinition.parse(JSON.parse(JSON.stringify(module)));
  const direct = await configure(module);
  expect(JSON.stringify(await configure(stored))).toBe(JSON.stringify(direct));
  expect(JSON.stringify(Configuration.parse(JSON.parse(JSON.stringify(direct))))).toBe(JSON.stringify(direct));
});
