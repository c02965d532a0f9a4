import type { Diagnostic, SourceLocation } from "@build-it/stage-contract";

/** What the compiler has against a generated file. */
export const typeError = (
  error: { readonly code: string; readonly message: string },
  location: SourceLocation,
): Diagnostic => ({
  code: "validation/type_error",
  severity: "error",
  message: `${error.message.split("\n")[0]} (${error.code})`,
  cause: error.message.includes("\n")
    ? error.message.split("\n").slice(1).join("\n")
    : "A generated file asks for what the table types do not have.",
  remedy: "Build again from stage 2.5, so that the table types and the components follow from one model.",
  location,
});

/** The compiler failed without saying where. */
export const compilerFailed = (output: string): Diagnostic => ({
  code: "validation/compiler_failed",
  severity: "error",
  message: "The TypeScript compiler could not check the generated files.",
  cause: output.trim().slice(0, 2000) || "It gave no reason.",
  remedy: "Run `pnpm install`, then build again.",
});

/** A file was changed or removed after stage 4 wrote it. */
export const fileChanged = (path: string): Diagnostic => ({
  code: "validation/file_changed",
  severity: "error",
  message: `${path} is not as it was written.`,
  cause: "What is checked would not be what the model says.",
  remedy: "Build again: stage 4 writes it anew. Put code of your own outside of `src/generated`.",
  subject: path,
  location: { file: path, line: 1, column: 1 },
});
