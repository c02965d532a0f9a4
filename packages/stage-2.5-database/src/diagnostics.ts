import type { ConfiguredEntity } from "@build-it/artifacts";
import type { Diagnostic } from "@build-it/stage-contract";

/** Every message of this package: what happened, why it matters, what to do. */

// The database/ folder

const restore =
  "Take the file back from version control (`git checkout -- <file>`), and change the model instead: the next build writes a new migration.";

export const fileEdited = (file: string, expected: string, found: string): Diagnostic => ({
  code: "database/file_edited",
  severity: "error",
  message: `${file} is not the file that was written: it was edited after its iteration was recorded.`,
  cause:
    "What was written is never edited again. Databases may already have run the earlier text, so both would claim to be the same iteration.",
  remedy: restore,
  subject: file,
  expected: `sha256 ${expected}`,
  found: `sha256 ${found}`,
});

export const recordEdited = (file: string, iteration: number): Diagnostic => ({
  code: "database/record_edited",
  severity: "error",
  message: `${file}, the record of iteration ${iteration}, was edited by hand: its hash does not fit its text.`,
  cause:
    "The records form a chain that proves which migrations make up the database. A link that was changed proves nothing.",
  remedy: restore,
  subject: file,
});

export const recordOutOfChain = (file: string, expectedIteration: number): Diagnostic => ({
  code: "database/record_out_of_chain",
  severity: "error",
  message: `iterations/${file} does not follow the record before it; a record of iteration ${expectedIteration} that does was expected.`,
  cause: "A record is missing, or two branches made the same iteration and were merged.",
  remedy:
    "Take the missing record back from version control, or remove the iteration that was not applied and build again.",
  subject: `iterations/${file}`,
});

export const fileMissing = (file: string): Diagnostic => ({
  code: "database/file_missing",
  severity: "error",
  message: `${file} is missing, though its iteration is recorded.`,
  cause: "Without it the database can neither be built anew nor be rolled back.",
  remedy: restore,
  subject: file,
});

export const fileUnreadable = (file: string): Diagnostic => ({
  code: "database/file_unreadable",
  severity: "error",
  message: `${file} cannot be read as what it should be.`,
  cause: "It was edited by hand, or cut off while it was copied.",
  remedy: restore,
  subject: file,
});

export const fileWithoutRecord = (file: string): Diagnostic => ({
  code: "database/file_without_record",
  severity: "error",
  message: `${file} belongs to no iteration.`,
  cause: "Only files that BUILD IT wrote are run; a file beside them would be run by other tools and by us not.",
  remedy: "Move the file out of database/. What it does belongs into the model, or into busm/<module>/sql/.",
  subject: file,
});

// The design

export const tableMovedSchema = ({ name, schema, renamedFrom, source }: ConfiguredEntity): Diagnostic => ({
  code: "database/table_moved_schema",
  severity: "error",
  message: `${name} cannot move from the schema ${renamedFrom?.schema} to ${schema}.`,
  cause: "A table in another schema has other rights and another address in the API: that is a new table.",
  remedy: "Leave the table in its schema, or remove `renamed_from` to start with a new, empty table.",
  subject: name,
  ...(source === undefined ? {} : { location: source }),
});

// The target and its history

export const targetUnreachable = (label: string, reason: string): Diagnostic => ({
  code: "database/target_unreachable",
  severity: "error",
  message: `The database ${label} cannot be reached: ${reason}`,
  cause: "Nothing can be applied or verified without it, and nothing is built on a database that was not verified.",
  remedy:
    "Check that the server runs and that the address, the user and the password are right: `build-it doctor` looks at each.",
  subject: label,
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
  remedy: `Get the newer files (\`git pull\`), or, with them at hand, take the database back: \`build-it rollback --to ${filesIteration}\`.`,
  subject: label,
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

// Verification

const driftRemedy =
  "Put it back as it was, or say it in the model and build: what is changed by hand in the database is not part of any iteration.";

export const driftMissing = (object: string, subject: string): Diagnostic => ({
  code: "database/drift_missing",
  severity: "error",
  message: `${capital(object)} is missing in the database.`,
  remedy: driftRemedy,
  subject,
  expected: "there",
  found: "missing",
});

export const driftExtra = (object: string, subject: string): Diagnostic => ({
  code: "database/drift_extra",
  severity: "error",
  message: `${capital(object)} is in the database, and the model knows nothing of it.`,
  remedy: driftRemedy,
  subject,
  expected: "none",
  found: "there",
});

export const driftChanged = (
  object: string,
  subject: string,
  { attribute, expected, found }: { readonly attribute: string; readonly expected: string; readonly found: string },
): Diagnostic => ({
  code: "database/drift_changed",
  severity: "error",
  message: `${capital(object)} is not as it should be: ${attribute} differs.`,
  remedy: driftRemedy,
  subject,
  expected,
  found,
});

export const verificationFailed = (file: string, label: string, differences: number): Diagnostic => ({
  code: "database/verification_failed",
  severity: "error",
  message: `${file} ran on ${label}, but ${differences === 1 ? "one thing is" : `${differences} things are`} not as the model says, so it was taken back whole.`,
  cause:
    "Something on this database changes what a migration does: an event trigger, default privileges, or another version of PostgreSQL.",
  remedy:
    "Remove what interferes and run the build again. The database is as it was before; the failed try is in the history.",
  subject: file,
});

export const statementFailed = ({
  file,
  message,
  detail,
  sql,
  position,
}: {
  readonly file: string;
  readonly message: string;
  readonly detail: string | undefined;
  readonly sql: string;
  readonly position: number;
}): Diagnostic => ({
  code: "database/statement_failed",
  severity: "error",
  message: `PostgreSQL refused a statement of ${file}: ${message}`,
  cause: detail ?? "The rows that are there, or something else on this database, do not allow it.",
  remedy:
    "Mend what PostgreSQL names and run the build again. The database is as it was before; the failed try is in the history.",
  subject: file,
  ...(Number.isNaN(position) ? {} : { location: locate(file, sql, position) }),
});

/** A position that PostgreSQL counts in characters from 1, as a place in the file. */
function locate(file: string, sql: string, position: number) {
  const before = [...sql].slice(0, position - 1).join("");
  const lines = before.split("\n");
  const column = (lines.at(-1) ?? "").length + 1;
  const text = sql.split("\n")[lines.length - 1] ?? "";
  return {
    file: `database/migrations/${file}`,
    line: lines.length,
    column,
    excerpt: `${text}\n${" ".repeat(column - 1)}^`,
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
