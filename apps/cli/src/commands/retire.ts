import { createRetirement, runPipeline, sourceOf } from "@build-it/build-it";
import type { Invocation } from "../invocation.ts";
import { describeRetirable, nothingToRetire, retiredIn } from "../messages.ts";
import { runProject } from "../run-project.ts";
import { printableText } from "../screen/measure-text.ts";

/** `build-it retire [name…] [--yes]`. */
export const retire = (
  invocation: Invocation,
  { yes = false }: { readonly yes?: boolean },
  names: readonly string[],
): Promise<number> =>
  runProject(invocation, {
    kept: names.length > 0,
    run: (project, runOptions) => runPipeline(createRetirement(project, { names, yes }), sourceOf(project), runOptions),
    answer: ({ artifacts: { report } }) => {
      const { paint, tick } = invocation.terminal.style;
      const done = `${paint.green(tick)} ${printableText(retiredIn(report.retired, report.iteration, report.target))}`;
      const lines = report.candidates.map((one) => printableText(describeRetirable(one)));
      const list = lines.length === 0 ? nothingToRetire : lines.join("\n");
      return { json: report, text: report.retired.length > 0 ? done : list };
    },
  });
