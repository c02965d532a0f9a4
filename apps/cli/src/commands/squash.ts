import { createSquash, runPipeline } from "@build-it/build-it";
import type { Invocation } from "../invocation.ts";
import { squashed } from "../messages.ts";
import { runProject } from "../run-project.ts";
import { printableText } from "../screen/measure-text.ts";

/** `build-it squash --to N [--dry-run]`. */
export const squash = (
  invocation: Invocation,
  { to, dryRun = false }: { readonly to: number; readonly dryRun?: boolean },
): Promise<number> =>
  runProject(invocation, {
    kept: !dryRun,
    run: (project, runOptions) => runPipeline(createSquash(project, { iteration: to, dryRun }), undefined, runOptions),
    answer: ({ artifacts: { report } }) => {
      const { paint, tick } = invocation.terminal.style;
      const said = printableText(squashed(report));
      const sql = printableText(report.baseline.sql.trimEnd());
      return { json: report, text: dryRun ? `${said}\n\n${sql}` : `${paint.green(tick)} ${said}` };
    },
  });
