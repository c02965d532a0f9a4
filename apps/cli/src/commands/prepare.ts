import { createPreparation, runPipeline } from "@build-it/build-it";
import type { Invocation } from "../invocation.ts";
import { runProject } from "../run-project.ts";

/** `build-it db prepare`. */
export const prepare = (invocation: Invocation): Promise<number> =>
  runProject(invocation, {
    kept: false,
    run: (project, options) => runPipeline(createPreparation(project), undefined, options),
    answer: ({ artifacts: { report } }) => ({
      json: report,
      text:
        report.created.length === 0
          ? `${report.target} has all that access rules stand on.`
          : `${report.target} has now: ${report.created.join(", ")}.`,
    }),
  });
