import { createPlan, runPipeline, sourceOf } from "@build-it/build-it";
import { exitCodes } from "../exit-codes.ts";
import type { Invocation } from "../invocation.ts";
import { runProject } from "../run-project.ts";
import { printableText } from "../screen/measure-text.ts";
import type { Style } from "../screen/style.ts";

type Report = Extract<Awaited<ReturnType<typeof runPlan>>, { readonly status: "completed" }>["artifacts"]["report"];

const runPlan = (project: Parameters<typeof createPlan>[0], options: Parameters<typeof runPipeline>[2]) =>
  runPipeline(createPlan(project), sourceOf(project), options);

/** `build-it plan`. */
export const plan = (
  invocation: Invocation,
  options: { readonly sql?: boolean; readonly detailedExitcode?: boolean },
): Promise<number> =>
  runProject(invocation, {
    kept: false,
    run: runPlan,
    answer: ({ artifacts: { report } }) => ({
      json: report,
      text: options.sql === true ? listSql(report) : describePlan(report, invocation.terminal.style),
    }),
    exitCode: ({ report }) =>
      options.detailedExitcode === true && report.status === "changes" ? exitCodes.pending : exitCodes.done,
  });

const migrationsOf = ({ pending, next }: Report) => [...pending, ...(next === null ? [] : [next])];

const listSql = (report: Report): string =>
  migrationsOf(report)
    .map(({ sql }) => sql.trimEnd())
    .join("\n\n");

function describePlan(report: Report, { paint, tick, warning }: Style): string {
  if (report.status === "nothing") {
    return `${paint.green(tick)} Nothing to do: ${report.target} is at iteration ${report.databaseIteration}, as the model says.`;
  }
  const hazards = report.changes.flatMap(({ subject, hazards }) =>
    hazards
      .filter(isNoCost)
      .map((hazard) => paint.yellow(`  ${warning} ${printableText(subject)}: ${hazard.replaceAll("_", " ")}`)),
  );
  return [
    `${report.target} is at iteration ${report.databaseIteration}.`,
    ...report.pending.map(({ file }) => `Pending: ${file}`),
    ...(report.next === null ? [] : [`Next:    ${report.next.file}`]),
    ...report.groups.flatMap(({ title, lines }) => [
      "",
      paint.bold(`${title}:`),
      ...lines.map(({ text, danger }) => {
        const line = printableText(text);
        return danger === undefined ? `  ${paint.green("+")} ${line}` : paint.yellow(`  ${warning} ${line}: ${danger}`);
      }),
    ]),
    ...(hazards.length === 0 ? [] : ["", paint.bold("Hazards:"), ...hazards]),
    ...describeWaiting(report, { paint, warning }),
    "",
    paint.dim("`build-it plan --sql` prints the SQL, `build-it run` applies it."),
  ].join("\n");
}

/** What is said of a statement's cost is said once. */
const isNoCost = (hazard: string): boolean => !["rewrites_table", "scans_table", "blocks_writes"].includes(hazard);

/** Each statement that locks a table that is there, and who waits for how long. */
function describeWaiting({ costs }: Report, { paint, warning }: Pick<Style, "paint" | "warning">): readonly string[] {
  if (costs.length === 0) return [];
  const files = [...new Set(costs.map(({ file }) => file))];
  return [
    "",
    paint.bold("Who waits:"),
    ...files.flatMap((file) => [
      `  ${file}`,
      ...costs
        .filter((cost) => cost.file === file)
        .flatMap(({ statement, text, severe }) => [
          `    ${paint.dim(printableText(statement))}`,
          severe ? paint.yellow(`    ${warning} ${printableText(text)}`) : `      ${printableText(text)}`,
        ]),
    ]),
  ];
}
