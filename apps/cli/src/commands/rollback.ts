import { createRollback, runPipeline } from "@build-it/build-it";
import type { Invocation } from "../invocation.ts";
import { describeRowsOfRun } from "../messages.ts";
import { runProject } from "../run-project.ts";
import { printableText } from "../screen/measure-text.ts";

/** `build-it rollback --to N`. */
export const rollback = (
  invocation: Invocation,
  options: {
    readonly to: number;
    readonly dryRun?: boolean;
    readonly discardData?: boolean;
    readonly keepSteps?: boolean;
    readonly restore?: boolean;
  },
): Promise<number> => {
  const { dryRun = false, discardData = false, keepSteps = false, restore = true } = options;
  return runProject(invocation, {
    kept: !dryRun,
    run: (project, runOptions) =>
      runPipeline(
        createRollback(project, { iteration: options.to, dryRun, discardData, keepSteps, restore }),
        undefined,
        runOptions,
      ),
    answer: ({ artifacts: { report } }) => {
      const { paint, tick } = invocation.terminal.style;
      const head = dryRun
        ? `${report.target} would go from iteration ${report.from} to ${report.to}:`
        : `${paint.green(tick)} ${report.target} went from iteration ${report.from} to ${report.to}, verified`;
      const lines = report.steps.flatMap(({ file, sql, rows }) => [
        `  ${file}`,
        ...rows.map((row) => paint.yellow(`    ${printableText(describeRowsOfRun(row, dryRun))}`)),
        ...(dryRun ? ["", printableText(sql.trimEnd()), ""] : []),
      ]);
      return { json: report, text: [head, ...lines].join("\n").trimEnd() };
    },
  });
};
