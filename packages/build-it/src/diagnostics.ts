import type { Diagnostic } from "@build-it/stage-contract";
import type { z } from "zod";

/** Every message of this package. */

export const noStoredInput = (stage: string, wanted: string): Diagnostic => ({
  code: "build-it/no_stored_input",
  severity: "error",
  message: `No earlier run has an input for ${stage}.`,
  cause: "A stage that runs alone takes the input that the last run stored for it.",
  remedy: `Run the whole pipeline once with \`build-it run\`, or give a file: \`build-it run --stage ${wanted} --input <file>\`.`,
  subject: stage,
});

export const inputFileUnreadable = (file: string, error: unknown): Diagnostic => ({
  code: "build-it/input_file_unreadable",
  severity: "error",
  message: `The input file ${file} cannot be read as JSON.`,
  cause: error instanceof Error ? error.message : String(error),
  remedy: "Give a file that holds the stage's input, as a run stores it in `input.json`.",
  subject: file,
});

export const stageInputInvalid = (stage: string, file: string, error: z.ZodError): Diagnostic => ({
  code: "build-it/stage_input_invalid",
  severity: "error",
  message: `The file ${file} is not an input of ${stage}.`,
  cause: error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join(".") || "the whole"}: ${issue.message}`)
    .join("; "),
  remedy: "Stored inputs of another version do not fit: run the whole pipeline again with `build-it run`.",
  subject: stage,
});
