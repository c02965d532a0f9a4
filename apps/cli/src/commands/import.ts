import { rm } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { createApp, findApp, type ImportReport, importSchema, readSnapshot } from "@build-it/build-it";
import { exitCodes } from "../exit-codes.ts";
import { type Invocation, say, writeAnswer } from "../invocation.ts";
import { importedLines } from "../messages.ts";
import { createRunOptions, refuse, withProject } from "../run-project.ts";

export interface ImportCommandOptions {
  readonly from: string;
  readonly schema?: readonly string[];
}

/** `build-it import [folder]`. */
export async function importFrom(
  invocation: Invocation,
  options: ImportCommandOptions,
  folder: string | undefined,
): Promise<number> {
  const cwd = resolve(invocation.cwd, folder ?? ".");
  const created = findApp(cwd) === undefined ? newApp(cwd, options.from) : null;
  if (created?.status === "refused") return refuse(invocation, created.diagnostics);
  let done = false;
  try {
    return await withProject({ ...invocation, cwd }, async (project) => {
      const report = await importSchema({
        ...options,
        ...(options.schema === undefined ? {} : { schemas: options.schema }),
        cwd: invocation.cwd,
        project,
        run: createRunOptions(invocation, project, true),
        signal: invocation.signal,
        parseSnapshot: readSnapshot,
      });
      done = true;
      answer(invocation, report);
      return exitCodes.done;
    });
  } finally {
    // Nothing was there before.
    if (!done && created !== null) for (const file of created.files) await rm(file, { force: true });
  }
}

const newApp = (cwd: string, from: string) =>
  createApp(cwd, { model: false, database: /^postgres(ql)?:\/\//i.test(from) ? "existing" : "embedded" });

function answer(invocation: Invocation, report: ImportReport): void {
  const { style } = invocation.terminal;
  for (const note of report.notes) say(invocation, style.paint.dim(`${style.note} ${note}`));
  const shown = relative(invocation.cwd, report.moduleFolder) || ".";
  writeAnswer(invocation, { json: report, text: importedLines(report, shown).join("\n") });
}
