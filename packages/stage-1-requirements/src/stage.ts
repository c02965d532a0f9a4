import { ModuleDefinition, ModuleSource } from "@build-it/artifacts";
import { readModel } from "@build-it/busm";
import type { Stage } from "@build-it/stage-contract";
import { completed, halted, step } from "@build-it/stage-contract";
import { invalidModel } from "./diagnostics.ts";
import { selectEntities } from "./select-entities.ts";

/** What stage 1 may be told beside its input. */
export interface RequirementsOptions {
  /** Absolute: where parsed files are kept, so that unchanged ones are not parsed again. It may be deleted at any time. */
  readonly cacheFolder?: string;
}

/** Stage 1: reads and checks the model's files, and takes from them what the module selects. */
export const createRequirementsStage = ({
  cacheFolder,
}: RequirementsOptions): Stage<ModuleSource, ModuleDefinition> => ({
  name: "stage-1-requirements",
  title: "Requirements",
  input: ModuleSource,
  output: ModuleDefinition,
  run: async ({ root, module }, context) => {
    const named = { step: "read", title: "Reading the model" };
    const { model, problems } = await step(context, named, () => readModel(root, module, cacheFolder));
    if (model === null) return halted(invalidModel(module, problems), problems);
    const { definition, notes } = selectEntities(model);
    return completed(definition, [...problems, ...notes]);
  },
});

/** Stage 1 without a cache. */
export const requirementsStage = createRequirementsStage({});
