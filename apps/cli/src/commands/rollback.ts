import { createRollback, runPipeline } from "@build-it/build-it";
import type { Invocation } from "../invocation.ts";
import { runProject } from "../run-project.ts";
import { printableText } from "../screen/measure-text.ts";

/** `build-it rollback --to N`. */
export const rollback = (
  invocation: Invocation,
  options: { readonly to: number; readonly dryRun?: boolean; readonly discardData?: boolean },
): Promise<number> => {
  const { dryRun = false, discardData = false } = options;
  return runProject(invocation, {
    kept: !dryRun,
    run: (project, runOptions) =>
      runPipeline(createRollback(project, { iteration: options.to, dryRun, discardData }), undefined, runOptions),
    answer: ({ artifacts: { report } }) => {
      const { paint, tick, warning } = invocation.terminal.style;
      const losses = report.losses.map(({ subject, rows }) =>
        paint.yellow(`${warning} ${printableText(subject)}: ${rows} ${rows === 1 ? "row" : "rows"}`),
      );
      const head = dryRun
        ? `${report.target} would go from iteration ${report.from} to ${report.to}:`
        : `${paint.green(tick)} ${report.target} went from iteration ${report.from} to ${report.to}, verified`;
      const sql = dryRun ? ["", printableText(report.sql.trimEnd())] : [];
      const text = [head, ...report.files.map((file) => `  ${file}`), ...losses, ...sql].join("\n");
      return { json: report, text };
    },
  });
};
