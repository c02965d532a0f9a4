import { createApply, runPipeline } from "@build-it/build-it";
import type { Invocation } from "../invocation.ts";
import { runProject, withAsking } from "../run-project.ts";

/** `build-it apply`. */
export const apply = (invocation: Invocation, asking: { readonly ask?: boolean }): Promise<number> =>
  runProject(invocation, {
    run: (project, options) => runPipeline(createApply(project), undefined, withAsking(options, asking)),
    answer: ({ artifacts: { report } }) => {
      const { paint, tick } = invocation.terminal.style;
      const did =
        report.applied.length === 0 ? "nothing was pending" : `applied ${report.applied.join(", ")}, verified`;
      const text = `${paint.green(tick)} ${report.target} is at iteration ${report.iteration}: ${did}`;
      return { json: report, text };
    },
  });
