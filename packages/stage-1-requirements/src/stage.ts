import { ModuleDefinition, ModuleSource } from "@build-it/artifacts";
import { readModel } from "@build-it/busm";
import type { Stage } from "@build-it/stage-contract";
import { completed, halted, step } from "@build-it/stage-contract";
import { invalidModel } from "./diagnostics.ts";
import { selectEntities } from "./select-entities.ts";

/** Stage 1: reads and checks the model's files, and takes from them what the module selects. */
export const requirementsStage: Stage<ModuleSource, ModuleDefinition> = {
  name: "stage-1-requirements",
  title: "Requirements",
  input: ModuleSource,
  output: ModuleDefinition,
  run: async ({ root, module }, context) => {
    const { model, problems } = await step(context, { step: "read", title: "Reading the model" }, () =>
      readModel(root, module),
    );
    if (model === null) return halted(invalidModel(module, problems), problems);
    const { definition, notes } = selectEntities(model);
    return completed(definition, [...problems, ...notes]);
  },
};
