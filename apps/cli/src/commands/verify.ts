import { createVerify, runPipeline } from "@build-it/build-it";
import type { Invocation } from "../invocation.ts";
import { runProject } from "../run-project.ts";
import { describeUnderway } from "../screen/describe-underway.ts";
import { formatDuration } from "../screen/format-duration.ts";
import { printableText } from "../screen/measure-text.ts";

const describePlace = ({
  iteration,
  underway,
}: {
  readonly iteration: number;
  readonly underway: Parameters<typeof describeUnderway>[0] | null;
}): string => (underway === null ? `iteration ${iteration}` : describeUnderway(underway));

/** `build-it verify`. */
export const verify = (invocation: Invocation): Promise<number> =>
  runProject(invocation, {
    kept: false,
    run: (project, options) => runPipeline(createVerify(project), undefined, options),
    answer: ({ artifacts: { report } }) => {
      const { paint, tick, note } = invocation.terminal.style;
      const text = [
        `${paint.green(tick)} ${report.target} is exactly ${describePlace(report)}: ${report.tables} tables, ${formatDuration(report.elapsedMs)}`,
        ...report.unmanaged.map((name) =>
          paint.dim(`${note} not made by BUILD IT, left alone: ${printableText(name)}`),
        ),
      ].join("\n");
      return { json: report, text };
    },
  });
