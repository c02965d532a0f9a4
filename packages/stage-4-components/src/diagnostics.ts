import type { Diagnostic } from "@build-it/stage-contract";

/** A file that BUILD IT did not make is where one of its own should be. */
export const pathTaken = (path: string): Diagnostic => ({
  code: "components/path_taken",
  severity: "error",
  message: `${path} is not a file of BUILD IT, so it was not overwritten.`,
  cause: "A generated file belongs there, and the application would not be whole without it.",
  remedy: "Move the file out of `src/generated`, then build again.",
  subject: path,
  location: { file: path, line: 1, column: 1 },
});
