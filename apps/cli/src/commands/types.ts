import { createTypes, runPipeline } from "@build-it/build-it";
import type { Invocation } from "../invocation.ts";
import { runProject } from "../run-project.ts";

/** `build-it types`. */
export const types = (invocation: Invocation): Promise<number> =>
  runProject(invocation, {
    run: (project, options) => runPipeline(createTypes(project), undefined, options),
    answer: ({ artifacts: { report } }) => ({
      json: report,
      text: report.typeFiles.join("\n") || "The table types are as they should be.",
    }),
  });
