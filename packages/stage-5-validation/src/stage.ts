import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { GeneratedFiles, TableDeclaration, ValidationReport } from "@build-it/artifacts";
import type { Diagnostic, Stage, StageResult } from "@build-it/stage-contract";
import { completed, halted, step } from "@build-it/stage-contract";
import { z } from "zod";
import { compilerFailed, fileChanged } from "./diagnostics.ts";
import { readCompilerErrors, toDiagnostic } from "./read-diagnostics.ts";
import { runCompiler } from "./run-compiler.ts";

/** What stage 4 wrote, and the tables it is to fit. */
export const ValidationInput = z.object({ files: GeneratedFiles, tables: z.array(TableDeclaration) });
export type ValidationInput = z.infer<typeof ValidationInput>;

/**
 * Stage 5: a strict type check of the generated files against the generated table types. A field that the database does
 * not have does not pass: halts with `invalid_output`, and a diagnostic with place and excerpt for each error.
 */
export const createValidationStage = ({
  appFolder,
}: {
  /** Absolute path of the application. */
  readonly appFolder: string;
}): Stage<ValidationInput, ValidationReport> => ({
  name: "stage-5-validation",
  title: "Validation",
  input: ValidationInput,
  output: ValidationReport,
  run: async ({ files }, context) => {
    const startedAt = performance.now();
    const texts = await readTexts(
      appFolder,
      files.files.map(({ path }) => path),
    );
    const changed = files.files.filter(({ path, sha256 }) => sha256Of(texts.get(path) ?? "") !== sha256);
    if (changed.length > 0) {
      return invalid(
        "Generated files were changed by somebody else.",
        changed.map(({ path }) => fileChanged(path)),
      );
    }
    const sources = [...texts.keys()].filter((path) => /\.tsx?$/.test(path)).map((path) => join(appFolder, path));
    const { exitCode, output } = await step(context, { step: "check", title: "Checking types" }, () =>
      runCompiler(appFolder, sources, context.signal),
    );
    if (context.signal.aborted) return halted({ kind: "cancelled", message: "Cancelled while checking types." });
    if (exitCode !== 0) {
      const errors = await explain(output, appFolder);
      return invalid("The generated code does not fit the table types.", errors);
    }
    return completed({
      app: appFolder,
      checkedFiles: sources.length,
      elapsedMs: Math.round(performance.now() - startedAt),
    });
  },
});

const invalid = (message: string, diagnostics: readonly Diagnostic[]): StageResult<never> =>
  halted({ kind: "invalid_output", message, nextCommand: "build-it run" }, diagnostics);

async function explain(output: string, appFolder: string): Promise<readonly Diagnostic[]> {
  const errors = readCompilerErrors(output);
  if (errors.length === 0) return [compilerFailed(output)];
  const texts = await readTexts(appFolder, [...new Set(errors.map(({ file }) => file))]);
  return errors.map((error) => toDiagnostic(error, texts.get(error.file)));
}

async function readTexts(folder: string, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const texts = await Promise.all(
    paths.map(async (path) => [path, await readFile(resolve(folder, path), "utf8").catch(() => "")] as const),
  );
  return new Map(texts);
}

const sha256Of = (text: string): string => createHash("sha256").update(text).digest("hex");
