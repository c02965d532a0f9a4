import { createRebase, runPipeline, sourceOf } from "@build-it/build-it";
import type { Invocation } from "../invocation.ts";
import { rebased } from "../messages.ts";
import { runProject } from "../run-project.ts";

/** `build-it rebase [--onto ref]`. */
export const rebase = (invocation: Invocation, options: { readonly onto?: string }): Promise<number> =>
  runProject(invocation, {
    run: (project, runOptions) =>
      runPipeline(
        createRebase(project, options.onto === undefined ? {} : { onto: options.onto }),
        sourceOf(project),
        runOptions,
      ),
    answer: ({ artifacts: { report } }) => {
      const { paint, tick } = invocation.terminal.style;
      return { json: report, text: `${paint.green(tick)} ${rebased(report)}` };
    },
  });
