import { createRestore, runPipeline } from "@build-it/build-it";
import type { Invocation } from "../invocation.ts";
import { describeArchived, nothingArchived } from "../messages.ts";
import { runProject } from "../run-project.ts";
import { printableText } from "../screen/measure-text.ts";

/** `build-it restore [--dry-run]`. */
export const restore = (invocation: Invocation, { dryRun = false }: { readonly dryRun?: boolean }): Promise<number> =>
  runProject(invocation, {
    kept: !dryRun,
    run: (project, runOptions) => runPipeline(createRestore(project, { dryRun }), undefined, runOptions),
    answer: ({ artifacts: { report } }) => {
      const lines = report.entries.map((entry) => printableText(describeArchived(entry)));
      return { json: report, text: lines.length === 0 ? nothingArchived(report.target) : lines.join("\n") };
    },
  });
