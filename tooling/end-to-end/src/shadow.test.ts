import { type DatabaseSchema, introspectSchema } from "@build-it/postgres-schema";
import { createDatabaseStage, planIteration } from "@build-it/stage-2.5-database";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { ModelFiles } from "./arbitrary-model.ts";
import { configureModel } from "./configure-model.ts";
import { artifactOf, createStageWorkspace, type StageWorkspace } from "./stage-workspace.ts";

/** Where the scratch database of rehearsals stands between two runs. */

const modelOf = (...fields: readonly string[]): ModelFiles => ({
  "module.yaml": "title: Shop\nsub_modules:\n  main: { title: Main, entities: [Item] }\n",
  "entities/item.yaml": `entity: Item
fields:
${fields.map((field) => `  ${field}: { type: string, max: 50, unique: true }\n`).join("")}access:
  - { allow: all, to: signed_in }
`,
});

let workspace: StageWorkspace;
beforeAll(async () => {
  workspace = await createStageWorkspace(17);
});
afterAll(() => workspace[Symbol.asyncDispose]());
beforeEach(() => workspace.reset());

async function onShadow<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const { project } = workspace;
  const client = new Client({ connectionString: (await project.shadow()).urlOf(`${project.name}_shadow`) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** All that the model made: also what comparing leaves out, such as the places of columns. */
const madeIn = ({ objects }: DatabaseSchema): unknown => [...objects].filter(([id]) => id.includes("public.items"));
const readShadow = (): Promise<unknown> =>
  onShadow(async (client) => madeIn((await introspectSchema(client, { schemas: ["public"] })).schema));
const readTarget = async (): Promise<unknown> => madeIn(await workspace.readSchema());

test("stays at what was rehearsed and recorded, just as the target is", async () => {
  for (const fields of [["name"], ["name", "code"], ["name", "code", "label"]]) {
    await workspace.build(modelOf(...fields));
    expect(await readShadow()).toEqual(await readTarget());
  }
});

test("stays where it was while a change is only looked at", async () => {
  const { folder, project, context } = workspace;
  await workspace.build(modelOf("name"));
  const before = await readShadow();
  const planned = await planIteration(await configureModel(folder, modelOf("name", "code")), project, context);
  expect(artifactOf(planned).status).toBe("changes");
  expect(await readShadow()).toEqual(before);
});

test("is made anew where what was rehearsed was never recorded", async () => {
  const { folder, project, context } = workspace;
  await workspace.build(modelOf("name"));
  const cancelled = await createDatabaseStage(project).run(await configureModel(folder, modelOf("name", "code")), {
    ...context,
    decide: async ({ choices, unattended }) => choices[0]?.choice ?? unattended,
  });
  expect(cancelled.status).toBe("halted");
  await onShadow(async (client) => {
    const { rows } = await client.query(
      "SELECT FROM pg_attribute WHERE attrelid = 'items'::regclass AND attname = 'code'",
    );
    expect(rows).toHaveLength(1);
  });
  await workspace.build(modelOf("name", "label"));
  expect(await readShadow()).toEqual(await readTarget());
});
