import { createHistory, runPipeline } from "@build-it/build-it";
import type { Invocation } from "../invocation.ts";
import { runProject } from "../run-project.ts";
import { drawTable } from "../screen/draw-fields.ts";

const headings = ["Iteration", "What", "Migration", "When", "By", "Approved by", "Result"];

/** `build-it history`. */
export const history = (invocation: Invocation): Promise<number> =>
  runProject(invocation, {
    kept: false,
    run: (project, options) => runPipeline(createHistory(project), undefined, options),
    answer: ({ artifacts: { report } }) => {
      const { style } = invocation.terminal;
      const rows = report.rows.map((row) => [
        String(row.iteration),
        row.action,
        row.migrationFile,
        row.appliedAt,
        row.appliedBy,
        row.approvedBy ?? "",
        row.success ? `${style.tick} ${row.durationMs} ms` : `${style.cross} ${row.error ?? "failed"}`,
      ]);
      const text =
        rows.length === 0
          ? `Nothing was applied to ${report.target} yet.`
          : drawTable(headings, rows, style).join("\n");
      return { json: report, text };
    },
  });
