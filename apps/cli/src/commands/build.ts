import { createBuild, runPipeline, sourceOf } from "@build-it/build-it";
import type { Invocation } from "../invocation.ts";
import { describeDeployment } from "../messages.ts";
import { runProject } from "../run-project.ts";

/** `build-it build`. */
export const build = (invocation: Invocation): Promise<number> =>
  runProject(invocation, {
    run: (project, options) => runPipeline(createBuild(project), sourceOf(project), options),
    answer: ({ runId, diagnostics, artifacts: { validation, deployment } }) => {
      const { paint, tick } = invocation.terminal.style;
      return {
        json: { status: "completed", runId, validation, deployment, diagnostics },
        text: `${paint.green(tick)} ${validation.checkedFiles} files checked\n${describeDeployment(deployment)}`,
      };
    },
  });
