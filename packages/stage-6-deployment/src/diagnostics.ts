import type { Diagnostic } from "@build-it/stage-contract";

/** The bundler stopped at a file of the application. */
export const buildFailed = (failure: {
  readonly message: string;
  readonly place?: { readonly file: string; readonly line: number; readonly column: number } | undefined;
}): Diagnostic => ({
  code: "deployment/build_failed",
  severity: "error",
  message: "The application could not be built.",
  cause: failure.message,
  remedy:
    "Mend what the cause names. What BUILD IT generated was checked before, so look at the application's own files.",
  ...(failure.place === undefined ? {} : { location: failure.place }),
});

/** A file that every application has is not there. */
export const entryMissing = (file: string): Diagnostic => ({
  code: "deployment/entry_missing",
  severity: "error",
  message: `The application has no ${file}.`,
  cause: "The page and what starts it belong to the application; they are not generated.",
  remedy: "Copy the file from apps/crm, or make an application with `build-it init`.",
  subject: file,
});

/** There is nothing to serve yet. */
export const notBuilt = (): Diagnostic => ({
  code: "deployment/not_built",
  severity: "error",
  message: "The application is not built.",
  remedy: "Run `build-it run` first.",
});

/** The port of the preview is taken, or not ours to take. */
export const cannotListen = (port: number, reason: string): Diagnostic => ({
  code: "deployment/cannot_listen",
  severity: "error",
  message: `The preview cannot listen on port ${port}.`,
  cause: reason,
  remedy: "Stop what uses the port, or choose another with `--port`.",
});
