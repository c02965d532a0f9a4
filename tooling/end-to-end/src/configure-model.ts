import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Configuration } from "@build-it/artifacts";
import { requirementsStage } from "@build-it/stage-1-requirements";
import { configurationStage } from "@build-it/stage-2-configuration";
import type { StageContext } from "@build-it/stage-contract";
import type { ModelFiles } from "./arbitrary-model.ts";

const context: StageContext = {
  runId: "test",
  environment: { name: "development", apply: "auto" },
  signal: new AbortController().signal,
  now: () => new Date(0),
  emit: () => {},
  decide: async ({ unattended }) => unattended,
};

/** Writes a model into `folder`, in the place of the one before, and reads it as stages 1 and 2 do. */
export async function configureModel(folder: string, files: ModelFiles): Promise<Configuration> {
  const module = join(folder, "crm");
  await rm(module, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(module, path)), { recursive: true });
    await writeFile(join(module, path), text);
  }
  const requirements = await requirementsStage.run({ root: folder, module: "crm" }, context);
  if (requirements.status === "halted") throw new Error(JSON.stringify(requirements.diagnostics, null, 1));
  const configuration = await configurationStage.run(requirements.artifact, context);
  if (configuration.status === "halted") throw new Error(JSON.stringify(configuration.diagnostics, null, 1));
  return configuration.artifact;
}
