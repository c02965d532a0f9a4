import type { HaltReason } from "@build-it/stage-contract";

/** What the command says by itself, in one place; what stages say comes with them. */

export const interrupted = "Stopping; nothing is left half done. Ctrl-C again stops at once.";

export const nothingToAsk = (nextCommand: string): string =>
  `This needs an answer, and nobody can be asked here. Run ${nextCommand}`;

export const goesOn = "Applied by itself: nothing here can lose data.";

export const haltedBecause = (reason: HaltReason): string => `Stopped: ${reason.message}`;

export const nextCommand = (command: string): string => `Next: ${command}`;

export const failed = (stage: string, message: string): string => `A bug of BUILD IT in ${stage}: ${message}`;

export const failedLog = (logFile: string): string => `The stack and what led to it: ${logFile}`;

export const unexpected = (error: unknown): string =>
  `A bug of BUILD IT: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;

export const numberWanted = (option: string, given: string): string =>
  `${option} takes the number of an iteration, not "${given}".`;

export const databaseDeletion = (folder: string): string =>
  `This deletes every database of the embedded PostgreSQL in ${folder}. Migrations and models stay.`;

export const serverStays = "The server runs until `build-it db stop`.";

export const inputWantsStage = "--input is the input of one stage: say which with --stage.";

export const newApp = (made: {
  readonly files: readonly string[];
  readonly app: string;
  readonly model: string;
  readonly inWorkspace: boolean;
}): string =>
  [
    "Written:",
    ...made.files.map((file) => `  ${file}`),
    "",
    `The model is in ${made.model}: one entity a file. What is built from it, and for which database, says`,
    `${made.app}/build-it.config.ts. Migrations and their history go to ${made.app}/database, to be committed.`,
    "",
    ...(made.inWorkspace
      ? []
      : ["There is no pnpm workspace here. The database stages work; the screens need the packages of BUILD IT.", ""]),
    "Next:",
    ...(made.inWorkspace ? ["  pnpm install"] : []),
    ...(made.app === "." ? [] : [`  cd ${made.app}`]),
    made.inWorkspace ? "  pnpm build-it run" : "  build-it run --to database",
  ].join("\n");

export const serving = (url: string): string => `Serving ${url} until Ctrl-C.`;

export const describeDeployment = ({
  bundle,
  command,
}: {
  readonly bundle: string;
  readonly command?: string;
}): string => (command === undefined ? `The release is in ${bundle}` : `Serve it: ${command}`);

export const furtherHelp = `
Exit codes:
  0  done, or nothing to do       5   a change would break or lose something
  1  an error                     6   another run holds the database
  2  pending (when asked for)     7   history and files do not match
  3  approval or an answer needed 64  the command was typed wrongly
  4  the database differs         130 cancelled

Environment variables:
  BUILD_IT_ENV           the environment, where --env does not say
  DATABASE_URL           the production database, unless the config names another variable
  CI                     set: nobody is asked anything
  NO_COLOR, FORCE_COLOR  without colours, or with them where there is no terminal`;
