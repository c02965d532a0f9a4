import { createVerify, runPipeline } from "@build-it/build-it";
import type { Invocation } from "../invocation.ts";
import { runProject } from "../run-project.ts";
import { formatDuration } from "../screen/format-duration.ts";
import { printableText } from "../screen/measure-text.ts";

/** `build-it verify`. */
export const verify = (invocation: Invocation): Promise<number> =>
  runProject(invocation, {
    kept: false,
    run: (project, options) => runPipeline(createVerify(project), undefined, options),
    answer: ({ artifacts: { report } }) => {
      const { paint, tick, note } = invocation.terminal.style;
      const text = [
        `${paint.green(tick)} ${report.target} is exactly iteration ${report.iteration}: ${report.tables} tables, ${formatDuration(report.elapsedMs)}`,
        ...report.unmanaged.map((name) =>
          paint.dim(`${note} not made by BUILD IT, left alone: ${printableText(name)}`),
        ),
      ].join("\n");
      return { json: report, text };
    },
  });
