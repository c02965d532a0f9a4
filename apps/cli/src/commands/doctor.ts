import {
  checkMachine,
  checkProject,
  createStatus,
  type HealthCheck,
  openProject,
  runPipeline,
} from "@build-it/build-it";
import { exitCodes } from "../exit-codes.ts";
import { type Invocation, writeAnswer } from "../invocation.ts";
import { createRunOptions, refuse } from "../run-project.ts";
import { padText, printableText, wrapText } from "../screen/measure-text.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** `build-it doctor`. Exit 1 when something is bad. */
export async function doctor(invocation: Invocation): Promise<number> {
  const machine = await checkMachine(invocation.cwd);
  const opened = await openProject(invocation);
  if (opened.status === "refused") {
    if (invocation.terminal.mode === "text")
      writeAnswer(invocation, { json: {}, text: drawChecks(machine, invocation.terminal) });
    return refuse(invocation, opened.diagnostics);
  }
  const { project } = opened;
  try {
    const checks = [...machine, ...(await checkProject(project))];
    const files = checks.some(({ status }) => status === "bad") ? [] : [await checkIterations(invocation, project)];
    const all = [...checks, ...files];
    writeAnswer(invocation, { json: { checks: all }, text: drawChecks(all, invocation.terminal) });
    return all.some(({ status }) => status === "bad") ? exitCodes.error : exitCodes.done;
  } finally {
    await project.close();
  }
}

/** Whether the chain of iteration files holds, and the database follows it. */
async function checkIterations(
  invocation: Invocation,
  project: Parameters<typeof createStatus>[0],
): Promise<HealthCheck> {
  const options = createRunOptions(
    { ...invocation, terminal: { ...invocation.terminal, mode: "json" } },
    project,
    false,
  );
  const result = await runPipeline(createStatus(project), undefined, options);
  if (result.status !== "completed") {
    const message = result.status === "halted" ? result.reason.message : String(result.error);
    return { name: "Iterations", status: "bad", detail: message };
  }
  const { state, iteration, filesIteration, diagnostics } = result.artifacts.report;
  const detail = `files at ${filesIteration}, database at ${iteration}: ${state.replace("_", " ")}`;
  if (state === "verified") return { name: "Iterations", status: "good", detail };
  const remedy = diagnostics.find((diagnostic) => diagnostic.remedy !== undefined)?.remedy ?? "Run `build-it run`.";
  return { name: "Iterations", status: state === "pending" || state === "empty" ? "warning" : "bad", detail, remedy };
}

function drawChecks(checks: readonly HealthCheck[], { style, columns }: Terminal): string {
  const { paint } = style;
  const marks = { good: paint.green(style.tick), warning: paint.yellow(style.warning), bad: paint.red(style.cross) };
  const width = Math.max(...checks.map(({ name }) => name.length));
  const indent = " ".repeat(width + 4);
  const room = columns() - indent.length;
  return checks
    .flatMap(({ name, status, detail, remedy }) => {
      const [first = "", ...rest] = wrapText(printableText(detail), room);
      const remedies = remedy === undefined ? [] : wrapText(printableText(remedy), room);
      return [
        `${marks[status]} ${padText(name, width)}  ${first}`,
        ...rest.map((line) => indent + line),
        ...remedies.map((line) => indent + paint.cyan(line)),
      ];
    })
    .join("\n");
}
