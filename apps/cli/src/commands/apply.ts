import { createApply, runPipeline } from "@build-it/build-it";
import type { Invocation } from "../invocation.ts";
import { runProject, withAsking, withRestoring } from "../run-project.ts";

/** `build-it apply`. */
export const apply = (
  invocation: Invocation,
  options: { readonly ask?: boolean; readonly restore?: boolean },
): Promise<number> =>
  runProject(invocation, {
    run: (project, runOptions) =>
      runPipeline(createApply(project), undefined, withRestoring(withAsking(runOptions, options), options)),
    answer: ({ artifacts: { report } }) => {
      const { paint, tick } = invocation.terminal.style;
      const did =
        report.applied.length === 0 ? "nothing was pending" : `applied ${report.applied.join(", ")}, verified`;
      const text = `${paint.green(tick)} ${report.target} is at iteration ${report.iteration}: ${did}`;
      return { json: report, text };
    },
  });
