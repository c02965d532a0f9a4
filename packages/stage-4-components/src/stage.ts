import { join } from "node:path";
import { GeneratedFiles, TableDeclaration, ViewModels } from "@build-it/artifacts";
import type { Stage } from "@build-it/stage-contract";
import { completed, halted, step } from "@build-it/stage-contract";
import { z } from "zod";
import { pathTaken } from "./diagnostics.ts";
import { planModules } from "./plan-modules.ts";
import { printModules } from "./print-modules.ts";
import { findForeign, findUnchanged, sha256, storeModules } from "./store-modules.ts";

/** The views of stage 3, and the tables they are views of. */
export const ComponentsInput = z.object({ views: ViewModels, tables: z.array(TableDeclaration) });
export type ComponentsInput = z.infer<typeof ComponentsInput>;

/** Raised when the same modules are printed in another way, so that files of an older version are written again. */
const printerVersion = 1;

/**
 * Stage 4: React components, data hooks and queries, under the application's `src/generated`. The same input gives the
 * same bytes; only files that change are written, and nothing at all where nothing changed.
 * Halts with `invalid_output` when a file that is not BUILD IT's is in the way.
 */
export const createComponentsStage = ({
  appFolder,
}: {
  /** Absolute path of the application. */
  readonly appFolder: string;
}): Stage<ComponentsInput, GeneratedFiles> => ({
  name: "stage-4-components",
  title: "Components",
  input: ComponentsInput,
  output: GeneratedFiles,
  run: async ({ views, tables }, context) => {
    const folder = join(appFolder, "src", "generated");
    const inAppFolder = (files: GeneratedFiles["files"]): GeneratedFiles => ({
      app: appFolder,
      files: files.map(({ path, sha256 }) => ({ path: `src/generated/${path}`, sha256 })),
    });

    // What is to be written follows from the input at once; only writing it takes time.
    const modules = planModules(views, tables);
    const inputs = sha256(JSON.stringify({ printerVersion, modules }));
    const unchanged = await findUnchanged(folder, inputs);
    if (unchanged !== undefined) return completed(inAppFolder(unchanged));

    const foreign = await findForeign(
      folder,
      modules.map(({ path }) => path),
    );
    if (foreign.length > 0) {
      return halted(
        { kind: "invalid_output", message: "Files that BUILD IT did not make are where its own belong." },
        foreign.map((path) => pathTaken(`src/generated/${path}`)),
      );
    }
    const texts = await step(
      context,
      { step: "print", title: "Writing components", detail: (texts) => `${texts.size} files` },
      () => printModules(modules),
    );
    const stored = await step(
      context,
      {
        step: "store",
        title: "Storing what changed",
        detail: ({ written, removed }) => `${written} written, ${removed} removed`,
      },
      () => storeModules(folder, { inputs, texts }),
    );
    return completed(inAppFolder(stored.files));
  },
});
