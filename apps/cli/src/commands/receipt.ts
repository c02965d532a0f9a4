import { createReceiptCheck, runPipeline } from "@build-it/build-it";
import type { Invocation } from "../invocation.ts";
import { runProject } from "../run-project.ts";

/** `build-it receipt [--check]`. */
export const receipt = (invocation: Invocation, options: { readonly check?: boolean }): Promise<number> =>
  runProject(invocation, {
    kept: false,
    run: (project, runOptions) => runPipeline(createReceiptCheck(project), undefined, runOptions),
    answer: ({ artifacts: { report } }) => ({
      json: report,
      text: options.check === true ? "" : `${report.target} was verified at iteration ${report.iteration}`,
    }),
  });
