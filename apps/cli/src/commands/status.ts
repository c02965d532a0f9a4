import { createStatus, runPipeline } from "@build-it/build-it";
import { exitCodes } from "../exit-codes.ts";
import type { Invocation } from "../invocation.ts";
import { runProject } from "../run-project.ts";
import { describeUnderway } from "../screen/describe-underway.ts";
import { drawDiagnostic } from "../screen/draw-diagnostic.ts";
import { drawFields } from "../screen/draw-fields.ts";

const exitCodeOfState = {
  verified: exitCodes.done,
  pending: exitCodes.pending,
  underway: exitCodes.pending,
  empty: exitCodes.pending,
  drift: exitCodes.drift,
  history_mismatch: exitCodes.historyMismatch,
  unreachable: exitCodes.error,
} as const;

/** `build-it status`. */
export const status = (invocation: Invocation, options: { readonly exitCode?: boolean }): Promise<number> =>
  runProject(invocation, {
    kept: false,
    run: (project, runOptions) => runPipeline(createStatus(project), undefined, runOptions),
    answer: ({ artifacts: { report } }) => {
      const { style, columns } = invocation.terminal;
      const { paint } = style;
      const good = report.state === "verified";
      const state = good ? paint.green(`${style.tick} verified`) : paint.yellow(`${style.warning} ${report.state}`);
      const behind = report.filesIteration === report.iteration ? "" : ` (the files are at ${report.filesIteration})`;
      const text = [
        ...drawFields(
          [
            ["Environment", report.environment],
            ["Database", report.target],
            ["Iteration", `${report.iteration}${behind}`],
            ["Under way", report.underway === null ? "" : describeUnderway(report.underway)],
            ["State", state.replace("history_mismatch", "history and files do not match")],
            ["Pending", report.pending.join(", ")],
            ["Last applied", report.lastAppliedAt ?? ""],
            ["Schema", report.schemaFingerprint?.slice(0, 16) ?? ""],
          ],
          style,
        ),
        ...(report.diagnostics.length === 0 ? [] : [""]),
        ...report.diagnostics.flatMap((diagnostic) => drawDiagnostic(diagnostic, columns(), style)),
      ];
      return { json: report, text: text.join("\n").trimEnd() };
    },
    exitCode: ({ report }) => (options.exitCode === true ? exitCodeOfState[report.state] : exitCodes.done),
  });
