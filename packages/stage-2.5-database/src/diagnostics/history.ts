import type { Diagnostic } from "@build-it/stage-contract";

// What is said of a target and its history.

export const targetUnreachable = (label: string, reason: string): Diagnostic => ({
  code: "database/target_unreachable",
  severity: "error",
  message: `The database ${label} cannot be reached: ${reason}`,
  cause: "Nothing can be applied or verified without it, and nothing is built on a database that was not verified.",
  remedy:
    "Check that the server runs and that the address, the user and the password are right: `build-it doctor` looks at each.",
  subject: label,
});

export const databaseTrouble = (reason: string): Diagnostic => ({
  code: "database/trouble",
  severity: "error",
  message: `The database could not go on: ${reason}`,
  cause: "The connection broke, the server is short of something, or the role that we connect as may not do this.",
  remedy: "What was not committed is gone, and nothing is half done. Mend what it names and run the command again.",
});

export const historyRowWithoutFile = (file: string, iteration: number, label: string): Diagnostic => ({
  code: "database/history_row_without_file",
  severity: "error",
  message: `${label} has applied ${file} as iteration ${iteration}, but there is no such file.`,
  cause: "The file was renamed or removed, or the database belongs to another application or branch.",
  remedy: "Take the file back from version control, or point the environment at the right database.",
  subject: file,
});

export const historyChecksumDiffers = (
  file: string,
  iteration: number,
  checksum: { readonly database: string; readonly files: string },
  label: string,
): Diagnostic => ({
  code: "database/history_checksum_differs",
  severity: "error",
  message: `${label} ran another iteration ${iteration} than the one on disk: ${file} has changed since.`,
  cause: "Two branches may both have made this iteration, or the file was written anew after it was applied.",
  remedy:
    "Check out the branch that the database was built from, or roll the database back with the files of that branch first.",
  subject: file,
  expected: `sha256 ${checksum.files}`,
  found: `sha256 ${checksum.database}`,
});

export const historyGap = (iteration: number, label: string): Diagnostic => ({
  code: "database/history_gap",
  severity: "error",
  message: `The history of ${label} has no row for iteration ${iteration}, though later ones were applied.`,
  cause: "A row was removed by hand: rows of build_it.migration_history are only ever added.",
  remedy: "Put the row back from a backup of the database.",
  subject: `iteration ${iteration}`,
});

export const databaseBelowBaseline = ({
  label,
  at,
  baseline,
  iteration,
}: {
  readonly label: string;
  readonly at: number;
  readonly baseline: string;
  readonly iteration: number;
}): Diagnostic => ({
  code: "database/below_baseline",
  severity: "error",
  message: `${label} is at iteration ${at}, in the midst of what ${baseline} folds into one: the iterations up to ${iteration}.`,
  cause: "A baseline builds an empty database. The migrations that lead on from here were folded into it.",
  remedy: `Apply up to iteration ${iteration} with a checkout from before the squash (\`git log --diff-filter=A -- database/migrations/${baseline}\` finds it), and come back. An embedded database with nothing worth keeping can be begun anew: \`build-it db reset\`.`,
  subject: label,
});

export const nothingToSquash = (to: number, last: number, baseline: string | null): Diagnostic => ({
  code: "database/nothing_to_squash",
  severity: "error",
  message:
    to > last
      ? `There is no iteration ${to}: the last one is ${last}.`
      : `Up to iteration ${to} there are no two iterations to fold${baseline === null ? "" : `: ${baseline} has folded them`}.`,
  remedy: "Name an iteration of database/migrations that others come before.",
});

export const squashAheadOfDatabase = (to: number, at: number, label: string): Diagnostic => ({
  code: "database/squash_ahead_of_database",
  severity: "error",
  message: `${label} is before iteration ${to}: it has all up to ${at}, and nothing would lead on from there.`,
  cause: "A baseline builds an empty database. One that has some of what it folds needs the migrations between.",
  remedy:
    at > 1
      ? `Apply them first (\`build-it apply\`), or fold no more than it has: \`build-it squash --to ${at}\`.`
      : "Apply them first: `build-it apply`.",
  subject: label,
});

/**
 * Where a baseline cannot hold what data steps leave in an empty database: `first` is the iteration that does so first, `problem`
 * what is in the way.
 */
export const squashLosesRows = (
  left: readonly string[],
  { first, to, problem }: { readonly first: number; readonly to: number; readonly problem: string },
): Diagnostic => ({
  code: "database/squash_loses_rows",
  severity: "error",
  message: `What data steps put into an empty database cannot be put there as it came out: ${problem}.`,
  cause: `Up to iteration ${to} these are left: ${left.join(", ")}. A baseline puts rows into the tables as they are at its end.`,
  remedy:
    first > 2
      ? `Fold up to the iteration before the first of these steps: \`build-it squash --to ${first - 1}\`.`
      : `Keep the iterations: iteration ${first} has the first of these steps, and there are no two before it.`,
});

/** `left` is what the steps put into an empty database. */
export const stepsFolded = (files: readonly string[], left: readonly string[]): Diagnostic =>
  left.length === 0
    ? {
        code: "database/steps_folded",
        severity: "note",
        message: `Data steps that change nothing in an empty database are not in the baseline: ${files.join(", ")}.`,
        cause: "They were run on an empty database, in their iterations, and left no rows.",
      }
    : {
        code: "database/steps_folded",
        severity: "note",
        message: `The baseline holds what data steps put into an empty database, and not the steps: ${left.join(", ")}.`,
        cause: `${files.join(", ")} were run on an empty database, in their iterations. What they made at random, or of the time, is the same in every new database.`,
      };

export const databaseAhead = (
  databaseIteration: number,
  filesIteration: number,
  files: readonly string[],
  label: string,
): Diagnostic => ({
  code: "database/ahead_of_files",
  severity: "error",
  message: `${label} is at iteration ${databaseIteration}, but the files end at iteration ${filesIteration}: ${files.join(", ")} ${files.length === 1 ? "is" : "are"} not here.`,
  cause: "Somebody built a later iteration on this database, and its files are not in this checkout.",
  remedy: `Get the newer files (\`git pull\`), or, with them at hand, take the database back: \`build-it rollback --to ${filesIteration}\`. An embedded database with nothing worth keeping can be begun anew: \`build-it db reset\`.`,
  subject: label,
});

export const filledAtOnce = (file: string, table: { readonly schema: string; readonly name: string }): Diagnostic => ({
  code: "database/filled_at_once",
  severity: "warning",
  message: `${file} runs as one statement: ${table.schema}.${table.name} has no primary key on this database.`,
  cause: "Batches are ranges of the primary key. All rows that are changed stay locked until the statement is done.",
  remedy:
    "Stop the run (Ctrl-C) if that is too long for the writers of this table; nothing of the statement is kept then.",
  subject: file,
});

export const filledWithTriggers = (
  file: string,
  table: { readonly schema: string; readonly name: string },
): Diagnostic => ({
  code: "database/filled_with_triggers",
  severity: "warning",
  message: `${file} fires the triggers of ${table.schema}.${table.name} for each of its rows.`,
  cause: "The role may not set session_replication_role. Triggers that note when a row was changed do so for all rows.",
  remedy: "Run as a role that may: GRANT SET ON PARAMETER session_replication_role TO the role, as a superuser.",
  subject: file,
});

export const lockedByAnother = (label: string, holder: string | undefined): Diagnostic => ({
  code: "database/locked",
  severity: "error",
  message: `Another run is working on ${label}${holder === undefined ? "" : `: ${holder}`}.`,
  cause: "Only one run at a time may change a database.",
  remedy:
    "Wait until it has finished and run the command again. If nobody is working on it, end that session with pg_terminate_backend.",
  subject: label,
});
