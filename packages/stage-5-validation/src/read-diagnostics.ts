import type { Diagnostic, SourceLocation } from "@build-it/stage-contract";
import { typeError } from "./diagnostics.ts";

const diagnosticLine = /^(?<file>.+?)\((?<line>\d+),(?<column>\d+)\): error (?<code>TS\d+): (?<message>.*)$/;

/** One error of the compiler, before its excerpt is known. */
export interface CompilerError {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  /** The message and what the compiler indents below it. */
  readonly message: string;
}

/** The compiler's output with `--pretty false`, as data. Lines that are indented belong to the error before them. */
export function readCompilerErrors(output: string): readonly CompilerError[] {
  const errors: CompilerError[] = [];
  for (const line of output.split(/\r?\n/)) {
    const found = diagnosticLine.exec(line)?.groups;
    const last = errors.at(-1);
    if (found !== undefined) {
      const { file = "", code = "", message = "" } = found;
      errors.push({ file, line: Number(found.line), column: Number(found.column), code, message });
    } else if (last !== undefined && /^\s+\S/.test(line)) {
      errors[errors.length - 1] = { ...last, message: `${last.message}\n${line}` };
    }
  }
  return errors;
}

/** An error with the line it is on and carets under the word that is meant. */
export function toDiagnostic(error: CompilerError, text: string | undefined): Diagnostic {
  const line = text?.split(/\r?\n/)[error.line - 1];
  const location: SourceLocation = {
    file: error.file,
    line: error.line,
    column: error.column,
    ...(line === undefined ? {} : { excerpt: excerptOf(line, error.column) }),
  };
  return typeError(error, location);
}

function excerptOf(line: string, column: number): string {
  const word = /^[\w$]+/.exec(line.slice(column - 1))?.[0].length ?? 1;
  // Tabs stay tabs, so that the carets stand where the word does.
  const margin = line.slice(0, column - 1).replace(/[^\t]/g, " ");
  return `${line}\n${margin}${"^".repeat(word)}`;
}
