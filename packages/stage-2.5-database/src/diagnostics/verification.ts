import type { Diagnostic } from "@build-it/stage-contract";

// What is said of a database that is not what it should be, and of a rehearsal.

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

interface FailedStatement {
  /** Relative to the application. */
  readonly file: string;
  readonly message: string;
  readonly detail: string | undefined;
  readonly sql: string;
  /** As PostgreSQL counts: characters from 1; NaN where it names none. */
  readonly position: number;
}

const placeOf = ({ file, sql, position }: FailedStatement): Pick<Diagnostic, "location"> =>
  Number.isNaN(position) ? {} : { location: locate(file, sql, position) };

/** Where it cannot be told which rows. */
export const rollbackRefused = (failed: FailedStatement, iteration: number): Diagnostic => ({
  code: "database/rollback_refused",
  severity: "error",
  message: `${iteration === 0 ? "Before the first iteration" : `Back in iteration ${iteration}`} there is no place for what ${failed.file} makes of rows: ${failed.message}`,
  cause: failed.detail ?? "The rollback turns values back first, so this was not known before it ran.",
  remedy:
    "Change the rows that PostgreSQL names, with `build-it db sql` or in the application, and roll back then. The rollback was taken back with all that it did; the failed try is in the history.",
  subject: failed.file,
  ...placeOf(failed),
});

export const statementFailed = (failed: FailedStatement): Diagnostic => ({
  code: "database/statement_failed",
  severity: "error",
  message: `PostgreSQL refused a statement of ${failed.file}: ${failed.message}`,
  cause: failed.detail ?? "The rows that are there, or something else on this database, do not allow it.",
  remedy:
    "Mend what PostgreSQL names and run the command again. The database is as it was before; the failed try is in the history.",
  subject: failed.file,
  ...placeOf(failed),
});

export const rehearsalStatementFailed = (failed: FailedStatement): Diagnostic => ({
  code: "database/rehearsal_statement_failed",
  severity: "error",
  message: `PostgreSQL refused a statement of ${failed.file} on the shadow: ${failed.message}`,
  cause:
    failed.detail ??
    "What the model says in SQL, an expression or a file under sql/, does not fit the rest of the schema.",
  remedy: "Mend that place of the model and run the build again. Nothing was written and nothing was applied.",
  subject: failed.file,
  ...placeOf(failed),
});

/** A position that PostgreSQL counts in characters from 1, as a place in the file. */
function locate(file: string, sql: string, position: number) {
  const before = [...sql].slice(0, position - 1).join("");
  const lines = before.split("\n");
  const column = (lines.at(-1) ?? "").length + 1;
  const text = sql.split("\n")[lines.length - 1] ?? "";
  return {
    file,
    line: lines.length,
    column,
    excerpt: `${text}\n${" ".repeat(column - 1)}^`,
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const rehearsalDiffers = (claim: string, differences: number): Diagnostic => ({
  code: "database/rehearsal_differs",
  severity: "error",
  message: `${claim}, but ${differences === 1 ? "one thing differs" : `${differences} things differ`}.`,
  cause: "A migration is only offered when it leads exactly to the model and its rollback leads exactly back.",
  remedy:
    "This is a mistake of BUILD IT: please report it with the model before and after. Making the change in two smaller steps may avoid it.",
});
