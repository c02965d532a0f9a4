import { Configuration, ModuleDefinition } from "@build-it/artifacts";
import type { Stage } from "@build-it/stage-contract";
import { completed, step } from "@build-it/stage-contract";
import { configureModule } from "./configure-module.ts";

/** Stage 2: every default made explicit, every reference resolved. A valid module has a configuration, so it never halts. */
export const configurationStage: Stage<ModuleDefinition, Configuration> = {
  name: "stage-2-configuration",
  title: "Configuration",
  input: ModuleDefinition,
  output: Configuration,
  run: async (module, context) => {
    const title = "Resolving names, references and defaults";
    const detail = ({ entities }: Configuration) => `${entities.length} entities`;
    return completed(await step(context, { step: "configure", title, detail }, () => configureModule(module)));
  },
};
