import type { ConfiguredEntity } from "@build-it/artifacts";
import { nameOf, type ObjectId } from "@build-it/postgres-schema";
import type { Diagnostic, SourceLocation } from "@build-it/stage-contract";

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
    "Where two branches met, `build-it rebase` puts this branch's iteration behind the other's. Else take the missing record back from version control.",
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

// Two branches

export const branchesMet = (file: string): Diagnostic => ({
  code: "database/branches_met",
  severity: "error",
  message: `${file} holds what two branches wrote: a merge left both sides in it.`,
  cause:
    "Both branches made this iteration. Only one of them can follow the one before; the other has to come after it.",
  remedy:
    "`build-it rebase` takes the other branch's files as they are, and makes this branch's iteration anew behind them.",
  subject: file,
});

export const iterationTwice = (file: string): Diagnostic => ({
  code: "database/iteration_twice",
  severity: "error",
  message: `${file} has the number of an iteration that is recorded with another file.`,
  cause: "Two branches both made this iteration and were merged, with the record of one of them.",
  remedy:
    "`build-it rebase` takes the other branch's files as they are, and makes this branch's iteration anew behind them.",
  subject: file,
});

export const rebaseWantsRef = (): Diagnostic => ({
  code: "database/rebase_wants_ref",
  severity: "error",
  message: "There is no merge that says which branch is the other one.",
  remedy: "Name it: `build-it rebase --onto main`.",
});

export const gitRefused = (ref: string, reason: string): Diagnostic => ({
  code: "database/git_refused",
  severity: "error",
  message: `The files under database/ cannot be read from git at ${ref}: ${reason}`,
  cause: "The other branch's iterations are taken from there.",
  remedy: "Fetch it, or name a branch or commit that there is: `build-it rebase --onto origin/main`.",
  subject: ref,
});

export const branchUnreadable = (ref: string): Diagnostic => ({
  code: "database/branch_unreadable",
  severity: "error",
  message: `The files under database/ of ${ref} do not hold by themselves.`,
  cause: "A rebase needs two chains that are whole: the other branch's to build on, this one's to take back.",
  remedy: "Mend them on that branch first: `build-it status` says what is wrong.",
  subject: ref,
});

export const appliedElsewhere = (file: string, environment: string, label: string): Diagnostic => ({
  code: "database/applied_elsewhere",
  severity: "error",
  message: `${label} has ${file} from the environment ${environment}.`,
  cause:
    "What is applied where it counts is never made anew: that database would hold an iteration that no file knows.",
  remedy: "Let the other branch be rebased onto this one.",
  subject: file,
});

export const rebaseIntoFolded = (baseline: string, common: number, label: string): Diagnostic => ({
  code: "database/rebase_into_folded",
  severity: "error",
  message: `The branches part at iteration ${common}, which the other one has folded into ${baseline} since.`,
  cause: `${label} has this branch's iterations. Taken back to ${common}, it would be where no migration leads on.`,
  remedy:
    "Rebase onto the commit before the squash first (`build-it rebase --onto <commit>`) and build, then take the squash.",
  subject: baseline,
});

export const stepLost = (file: string, iteration: number): Diagnostic => ({
  code: "database/step_lost",
  severity: "error",
  message: `database/${file}, which iteration ${iteration} took in, is no more there.`,
  cause: "The iteration is made anew from the model and its data steps.",
  remedy: "Take it back from version control (`git checkout <branch> -- <file>`).",
  subject: file,
});

export const approvalVanished = (file: string, environment: string, approvedBy: string): Diagnostic => ({
  code: "database/approval_vanished",
  severity: "warning",
  message: `The approval of ${file} for ${environment} by ${approvedBy} is gone with it.`,
  cause: "An approval is for a text, and that text is made anew.",
  remedy: `Review the new migration, and approve it: \`build-it approve --env ${environment}\`.`,
  subject: file,
});

// Data steps

export const stepNameRefused = (file: string): Diagnostic => ({
  code: "database/step_name_refused",
  severity: "error",
  message: `${file} is not named as a data step.`,
  cause: "The name says when a step runs, and its place among the others.",
  remedy:
    "Call it <name>.before.sql or <name>.after.sql, its reverse <name>.before.reverse.sql or <name>.after.reverse.sql; in TypeScript <name>.before.ts or <name>.after.ts; with letters a-z, digits, - and _ in the name.",
  subject: file,
});

export const reverseWithoutStep = (file: string, step: string): Diagnostic => ({
  code: "database/reverse_without_step",
  severity: "error",
  message: `${file} takes back a step that is not there, or that an iteration has taken already.`,
  cause: "A step and its reverse are rehearsed and recorded together.",
  remedy: `Add ${step}, or remove ${file}.`,
  subject: file,
});

export const stepWithoutReverse = (file: string): Diagnostic => ({
  code: "database/step_without_reverse",
  severity: "error",
  message: `${file} does not say how it is taken back.`,
  cause: "Every iteration can be taken back; what a hand-written step did, nobody else knows how to undo.",
  remedy: file.endsWith(".ts")
    ? 'Export a function `down`, or `export const reverse = "none"`: what it did then stays when its iteration is rolled back, which asks first.'
    : `Write ${file.replace(/\.sql$/, ".reverse.sql")} beside it, or make \`-- reverse: none\` its first line: what it did then stays when its iteration is rolled back, which asks first.`,
  subject: file,
});

export const stepTwiceReversed = (file: string, reverse: string): Diagnostic => ({
  code: "database/step_twice_reversed",
  severity: "error",
  message: `${file} says \`-- reverse: none\`, and ${reverse} is there.`,
  remedy: "Remove one of the two.",
  subject: file,
});

export const stepTakenEdited = (file: string, iteration: number): Diagnostic => ({
  code: "database/step_taken_edited",
  severity: "error",
  message: `${file} was edited after iteration ${iteration} had taken it.`,
  cause: "Its text is part of that iteration's migration, which is never written again: the edit would do nothing.",
  remedy: `Take it back from version control (\`git checkout -- <file>\`), and write what is to be done now as a step with another name.`,
  subject: file,
});

export const stepEmpty = (file: string): Diagnostic => ({
  code: "database/step_empty",
  severity: "error",
  message: `${file} has no statement.`,
  remedy: "Write one, or remove the file.",
  subject: file,
});

export const stepNotTypescript = (file: string, problem: string, line: number | null): Diagnostic => ({
  code: "database/step_not_typescript",
  severity: "error",
  message: `${file} cannot be loaded: ${problem}.`,
  cause: "A step in TypeScript is part of its migration, so it can import nothing but kysely, and types.",
  remedy:
    "Export a function `up` that takes a Kysely, and correct what does not load. Nothing was written and nothing was applied.",
  ...(line === null ? { subject: file } : { location: { file, line, column: 1 } }),
});

export const stepTypesRefused = (errors: string): Diagnostic => ({
  code: "database/step_types_refused",
  severity: "error",
  message: `A data step does not fit the tables:\n${errors.trim()}`,
  cause:
    "A step before the schema change meets the tables of the previous iteration, .build-it/step-types/before; one after it those of the new one, .build-it/step-types/after.",
  remedy: "Correct the step. Nothing was written and nothing was applied.",
});

export const stepFailed = (file: string, problem: string): Diagnostic => ({
  code: "database/step_failed",
  severity: "error",
  message: `${file} failed: ${problem}.`,
  cause: "It runs inside the transaction of its migration, which was taken back with it.",
  remedy: "Correct the step, as long as no iteration has taken it, and run again.",
  subject: file,
});

export const stepNotSql = (problem: string, location: SourceLocation): Diagnostic => ({
  code: "database/step_not_sql",
  severity: "error",
  message: `${location.file} is not SQL that PostgreSQL understands: ${problem}.`,
  remedy: "Correct the statement at this place. Nothing was written and nothing was applied.",
  location,
});

export const stepStatementRefused = (words: string, reason: string, location: SourceLocation): Diagnostic => ({
  code: "database/step_statement_refused",
  severity: "error",
  message: `${words} … cannot stand in a data step.`,
  cause: reason,
  remedy: "A step changes rows: INSERT, UPDATE, DELETE, MERGE, TRUNCATE, SELECT, WITH, CALL, DO, LOCK.",
  location,
});

export const stepNameUnqualified = (name: string, location: SourceLocation): Diagnostic => ({
  code: "database/step_name_unqualified",
  severity: "error",
  message: `${name} is written without its schema.`,
  cause: "A migration runs with an empty search_path, so that whoever runs it, it means the same.",
  remedy: `Write public.${name}.`,
  subject: name,
  location,
});

export const stepRefusedByRows = (file: string, message: string): Diagnostic => ({
  code: "database/step_refused_by_rows",
  severity: "error",
  message: `${file} was tried on the rows that are there, and PostgreSQL refused it: ${message}`,
  cause: "It runs before the schema changes, on these rows. The try was taken back.",
  remedy: "Mend the step, or the rows that it meets. Nothing was written and nothing was applied.",
  subject: file,
});

export const stepsWereRehearsed = (files: readonly string[]): Diagnostic => ({
  code: "database/steps_were_rehearsed",
  severity: "note",
  message: `${files.join(", ")} ${files.length === 1 ? "was" : "were"} rehearsed too: up, down and up again, on tables without rows.`,
  cause:
    "A data step changes rows, never the schema, which comes from the model alone; and it can run again after its rollback.",
  remedy:
    "Take out of it what changes the schema. Where the second time is refused, give it a reverse, or let it pass over what is done already (ON CONFLICT DO NOTHING).",
});

export const stepWithoutWayBack = (file: string, iteration: number): Diagnostic => ({
  code: "database/step_without_way_back",
  severity: "error",
  message: `What ${file} did to rows in iteration ${iteration} stays: it says that there is no reverse.`,
  cause: "The schema goes back, these rows do not; and when the iteration is applied again, the step runs again.",
  remedy: "Put the rows right by hand afterwards, where that is needed.",
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

const inModel = (location: SourceLocation | undefined): Pick<Diagnostic, "location"> =>
  location === undefined ? {} : { location };

export const oldNameInUse = (subject: string, now: string, location: SourceLocation | undefined): Diagnostic => ({
  code: "database/old_name_in_use",
  severity: "error",
  message: `${subject} takes a name that ${now} had before.`,
  cause: `Code of earlier iterations still means ${now} by it, and would find something else.`,
  remedy: `If ${now} is to be called that again, say \`renamed_from: ${lastOf(now)}\` and leave ${lastOf(now)} out. If not, choose another name, or give up the former one first: \`build-it retire\`.`,
  subject,
  ...inModel(location),
});

export const nameStillKept = (subject: string, kept: string, location: SourceLocation | undefined): Diagnostic => ({
  code: "database/name_still_kept",
  severity: "error",
  message: `${subject} takes the name of ${kept}, which left the model and is kept for earlier iterations.`,
  cause: "Two things cannot have one name, and what earlier iterations wrote there would be lost.",
  remedy: `Choose another name, or give up ${kept} first: \`build-it retire\`.`,
  subject,
  ...inModel(location),
});

export const renamedFromStillThere = (
  subject: string,
  from: string,
  location: SourceLocation | undefined,
): Diagnostic => ({
  code: "database/renamed_from_still_there",
  severity: "error",
  message: `${subject} says that it is renamed from what is called ${from} now, and the model still has that.`,
  cause: "One thing cannot go on under two names.",
  remedy: `Take ${lastOf(from)} out of the model if ${subject} takes its place, or take \`renamed_from\` out to start with something new.`,
  subject,
  ...inModel(location),
});

export const renamedToWhatIsThere = (
  subject: string,
  from: string,
  location: SourceLocation | undefined,
): Diagnostic => ({
  code: "database/renamed_to_what_is_there",
  severity: "error",
  message: `${subject} says that it is renamed from what is called ${from} now, and ${subject} itself was there before.`,
  cause: "Both have values, and code of earlier iterations means by each of the two what it was.",
  remedy: `Take \`renamed_from\` out, and choose a name that was not there for what ${from} is to be. Values are moved with a data step.`,
  subject,
  ...inModel(location),
});

export const formerNameInExpression = (
  purpose: string,
  former: string,
  now: string,
  location: SourceLocation | undefined,
): Diagnostic => ({
  code: "database/former_name_in_expression",
  severity: "error",
  message: `The SQL of ${purpose} still says ${former}, which is renamed to ${now}.`,
  cause:
    "PostgreSQL binds an expression to its columns, and the former name is only kept for code of earlier iterations.",
  remedy: `Write ${lastOf(now)} there.`,
  subject: now,
  ...inModel(location),
});

export const formerNameInSqlFile = (former: string, now: string, location: SourceLocation): Diagnostic => ({
  code: "database/former_name_in_sql_file",
  severity: "warning",
  message: `${location.file} says ${former}, which is renamed to ${now}.`,
  cause: "It goes on working, since the former name is kept for earlier iterations, until that is retired.",
  remedy: `If that is what it means, write ${lastOf(now)} there.`,
  subject: now,
  location,
});

export const secretNotUnderFormerName = (entity: string, former: string, now: string): Diagnostic => ({
  code: "database/secret_not_under_former_name",
  severity: "warning",
  message: `Secret fields of ${entity} are reached as ${now} only, no longer as ${former}.`,
  cause: "PostgreSQL wants rights on all that a view shows, and users have none on secret fields.",
  remedy: `Let what reads or writes them say ${now} before it is deployed.`,
  subject: entity,
});

const lastOf = (name: string): string => name.replace(/^.*\./, "");

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

/** Where data steps leave something in an empty database: `first` is the iteration that does so first. */
export const squashLosesRows = (left: readonly string[], first: number): Diagnostic => ({
  code: "database/squash_loses_rows",
  severity: "error",
  message: `What data steps put into an empty database would be missing in a new one: ${left.join(", ")}.`,
  cause: "A baseline holds the schema alone. A step's statements speak of the tables as they were in its iteration.",
  remedy:
    first > 2
      ? `Fold up to the iteration before the first of these steps: \`build-it squash --to ${first - 1}\`.`
      : `Keep the iterations: iteration ${first} has the first of these steps, and there are no two before it.`,
});

export const stepsFolded = (files: readonly string[]): Diagnostic => ({
  code: "database/steps_folded",
  severity: "note",
  message: `Data steps that change nothing in an empty database are not in the baseline: ${files.join(", ")}.`,
  cause: "They were run on an empty database, in their iterations, and left no rows.",
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

// Rehearsal

export const rehearsalDiffers = (claim: string, differences: number): Diagnostic => ({
  code: "database/rehearsal_differs",
  severity: "error",
  message: `${claim}, but ${differences === 1 ? "one thing differs" : `${differences} things differ`}.`,
  cause: "A migration is only offered when it leads exactly to the model and its rollback leads exactly back.",
  remedy:
    "This is a mistake of BUILD IT: please report it with the model before and after. Making the change in two smaller steps may avoid it.",
});

// The guard

/** Where in the model a change comes from. */
interface ModelOrigin {
  readonly entity: string;
  readonly field?: string | undefined;
  readonly location?: Diagnostic["location"];
}

const fieldName = (id: string, origin: ModelOrigin | undefined): string =>
  origin?.field === undefined ? nameOf(id as ObjectId) : `${origin.entity}.${origin.field}`;

const at = (origin: ModelOrigin | undefined): Pick<Diagnostic, "location"> =>
  origin?.location === undefined ? {} : { location: origin.location };

export const requiredFieldWithoutValue = (column: string, origin: ModelOrigin | undefined): Diagnostic => ({
  code: "database/required_field_without_value",
  severity: "error",
  message: `${fieldName(column, origin)} is new and required, but rows that are there already would have no value for it.`,
  cause: "PostgreSQL refuses such a column on a table with rows, and earlier iterations insert rows without it.",
  remedy: "Say what existing rows get, with `backfill: <value>` or `default: <value>`, or leave `required` out.",
  subject: nameOf(column as ObjectId),
  ...at(origin),
});

export const fieldBecameRequired = (column: string, origin: ModelOrigin | undefined): Diagnostic => ({
  code: "database/field_became_required",
  severity: "error",
  message: `${fieldName(column, origin)} is required now, but it was optional: rows may have no value for it.`,
  cause: "PostgreSQL refuses NOT NULL while one row has none, and earlier iterations insert rows without it.",
  remedy: "Say what rows without a value get, with `backfill: <value>`, or leave the field optional.",
  subject: nameOf(column as ObjectId),
  ...at(origin),
});

export const columnTypeNarrowed = (
  column: string,
  type: { readonly from: string; readonly to: string },
  origin: ModelOrigin | undefined,
): Diagnostic => ({
  code: "database/column_type_narrowed",
  severity: "error",
  message: `${fieldName(column, origin)} changes from ${type.from} to ${type.to}, which does not hold all values of the former.`,
  cause: "Values that do not fit would be cut, changed or refused, and code of earlier iterations still writes them.",
  remedy:
    "Keep the wider type, or say how to convert with `cast: { sql: <expression over the old value> }`; a cast that an earlier iteration used does not count again.",
  subject: nameOf(column as ObjectId),
  expected: type.to,
  found: type.from,
  ...at(origin),
});

export const enumValueRemoved = (
  column: string,
  values: readonly string[],
  origin: ModelOrigin | undefined,
): Diagnostic => ({
  code: "database/enum_value_removed",
  severity: "error",
  message: `${fieldName(column, origin)} can be ${values.map((value) => `"${value}"`).join(", ")} no more, but rows may have ${values.length === 1 ? "that value" : "those values"}.`,
  cause: "Rows with such a value would break the new rule, and earlier iterations still write it.",
  remedy: `Keep the value, or say what takes its place: \`map: { ${values.map((value) => `${JSON.stringify(value)}: <new value>`).join(", ")} }\`.`,
  subject: nameOf(column as ObjectId),
  ...at(origin),
});

export const defaultRemoved = (column: string, origin: ModelOrigin | undefined): Diagnostic => ({
  code: "database/default_removed",
  severity: "error",
  message: `${fieldName(column, origin)} is required and has no default any more.`,
  cause: "Code of earlier iterations leaves it out of new rows, which PostgreSQL would then refuse.",
  remedy: "Keep `default:` (or the `backfill:` that stands for it), or leave `required` out.",
  subject: nameOf(column as ObjectId),
  ...at(origin),
});

export const rowsNotUnique = (
  constraint: string,
  columns: readonly string[],
  origin: ModelOrigin | undefined,
): Diagnostic => ({
  code: "database/rows_not_unique",
  severity: "error",
  message: `${columns.join(" and ")} must be unique from now on, and rows are alike in it.`,
  cause: "PostgreSQL refuses a unique constraint while two rows have the same values.",
  remedy: "Mend these rows first, with `build-it db sql` or in the application, or leave `unique` out.",
  subject: constraint,
  ...at(origin),
});

export const referencesMissing = (constraint: string, target: string, origin: ModelOrigin | undefined): Diagnostic => ({
  code: "database/references_missing",
  severity: "error",
  message: `${origin === undefined ? constraint : fieldName(constraint, origin)} refers to ${target} from now on, and rows refer to nothing there.`,
  cause: "PostgreSQL refuses a reference while a row has a value that no row over there has.",
  remedy: `Mend these rows first: empty the field, or add the missing rows of ${target}.`,
  subject: constraint,
  ...at(origin),
});

export const rowsBreakCheck = (
  constraint: string,
  expression: string,
  origin: ModelOrigin | undefined,
): Diagnostic => ({
  code: "database/rows_break_check",
  severity: "error",
  message: `A rule of ${origin === undefined ? constraint : fieldName(constraint, origin)} is new or stricter, and rows break it.`,
  cause: "PostgreSQL refuses a check while one row does not keep it.",
  remedy: "Mend these rows first, with `build-it db sql` or in the application, or loosen the rule.",
  subject: constraint,
  expected: expression,
  ...at(origin),
});

/** A breaking change with what the rows say to it. */
export const aboutRows = (
  diagnostic: Diagnostic,
  { rows, total, example }: { readonly rows: number; readonly total: number; readonly example: string | null },
): Diagnostic => ({
  ...diagnostic,
  message: `${diagnostic.message} ${rows === 0 ? `None of the ${total} rows that are there is in the way.` : `${rows} of ${total} ${total === 1 ? "row is" : "rows are"} in the way${example === null ? "" : `, for one that with ${example}`}.`}`,
});

/** What rows do not survive, on the way back to an iteration. */
export const onTheWayBack = (diagnostic: Diagnostic, iteration: number): Diagnostic => ({
  ...diagnostic,
  message: `Back ${iteration === 0 ? "before the first iteration" : `in iteration ${iteration}`}: ${diagnostic.message}`,
  cause: "They were written or changed since, and PostgreSQL would refuse the rollback on account of them.",
  remedy: "Mend these rows first, with `build-it db sql` or in the application, and roll back then. Nothing was run.",
});

/** A change that only rows could have stopped, and none did. */
export const rowsSuit = ({ subject, message, location }: Diagnostic, total: number): Diagnostic => ({
  code: "database/rows_suit",
  severity: "note",
  message: `${subject ?? message}: ${total === 0 ? "there are no rows" : `all ${total} rows were asked, and none is in the way`}. Code of earlier iterations must keep to it too.`,
  ...(subject === undefined ? {} : { subject }),
  ...(location === undefined ? {} : { location }),
});

// Bodies of functions

/** A name in the body of a function. */
export interface SaidInBody {
  readonly routine: string;
  /** The name as the body says it. */
  readonly word: string;
  /** As a person knows what is named; for a value with its column. */
  readonly name: string;
  readonly times: number;
  readonly location: SourceLocation | undefined;
}

const bodySays = ({ routine, word, times }: SaidInBody): string =>
  `The body of ${routine} says ${word}${times === 1 ? "" : ` (${times} times)`}`;

const byText =
  "PostgreSQL does not look into a body before it runs; this was found by its text, so it may mean something else.";

const orStillSays = ({ name, location }: SaidInBody): string =>
  `If it is right as it is, say so on a line of ${location?.file ?? "its file"}: \`-- still says: ${name}\`.`;

const whereIn = ({ name, location }: SaidInBody): Pick<Diagnostic, "subject" | "location"> => ({
  subject: name,
  ...inModel(location),
});

export interface SaidFormerName {
  readonly now: string;
  /** Why the former name is not enough; null where it goes on working. */
  readonly fails: "before_trigger" | "own_name" | "tables_only" | null;
}

const formerNameFails = {
  before_trigger:
    "It is run by a trigger before a row is written. Rows that say the new name have not arrived under the former one by then, and what it writes there is overwritten.",
  own_name: "TG_TABLE_NAME is the new name from now on, so what compares it with the former one does something else.",
  tables_only: "The former name is a view from now on, and the statement is for tables.",
};

export const bodySaysFormerName = (said: SaidInBody, { now, fails }: SaidFormerName): Diagnostic => ({
  code: "database/body_says_former_name",
  severity: fails === null ? "warning" : "error",
  message: `${bodySays(said)}, which is renamed to ${now}.`,
  cause: `${fails === null ? "The former name goes on working until it is retired." : formerNameFails[fails]} ${byText}`,
  remedy: `Write ${lastOf(now)} there.${fails === null ? "" : ` ${orStillSays(said)}`}`,
  ...whereIn(said),
});

export const bodySaysGoneValue = (
  said: SaidInBody,
  { column, instead }: { readonly column: string; readonly instead: string | undefined },
): Diagnostic => ({
  code: "database/body_says_gone_value",
  severity: "error",
  message: `${bodySays(said)}, which ${column} can be no more.`,
  cause: `Where it writes that value PostgreSQL refuses it, and where it looks for it it finds none. ${byText}`,
  remedy: `${instead === undefined ? "Take it out there" : `Write '${instead}' there`}. ${orStillSays(said)}`,
  ...whereIn(said),
});

export const bodySaysKeptName = (said: SaidInBody, kind: string): Diagnostic => ({
  code: "database/body_says_kept_name",
  severity: "warning",
  message: `${bodySays(said)}, and ${said.name} left the model.`,
  cause: `It is kept for code of earlier iterations until it is retired; ${kind === "table" ? "no other code writes there" : "rows of later code have no value in it"}. ${byText}`,
  remedy: "Take it out there, unless that is what the function is for.",
  ...whereIn(said),
});

export const bodySaysRetypedColumn = (
  said: SaidInBody,
  { from, to, severity }: { readonly from: string; readonly to: string; readonly severity: "error" | "warning" },
): Diagnostic => ({
  code: "database/body_says_retyped_column",
  severity,
  message: `${bodySays(said)}, and the type of ${said.name} changes from ${from} to ${to}.`,
  cause: `What it compares, adds or assigns may fail or mean something else with the new type. ${byText}`,
  remedy: `Change the function along with the type.${severity === "warning" ? "" : ` ${orStillSays(said)}`}`,
  ...whereIn(said),
});

export const bodySaysDroppedName = (said: SaidInBody): Diagnostic => ({
  code: "database/body_says_dropped_name",
  severity: "error",
  message: `${bodySays(said)}, and ${said.name} goes.`,
  cause: `If it means that, it fails when it is called. ${byText}`,
  remedy: `Take it out there and build first. ${orStillSays(said)}`,
  ...whereIn(said),
});

/** The same about a function that left the model, which only code of earlier iterations calls. */
export const onlyKept = (diagnostic: Diagnostic): Diagnostic => ({
  ...diagnostic,
  severity: "warning",
  remedy:
    "The function left the model and is only kept for code of earlier iterations. Where that still calls it, take the function into the model again and change it there.",
});

export const fieldMayBeRenamed = (
  gone: { readonly id: string; readonly name: string },
  come: { readonly id: string; readonly origin: ModelOrigin | undefined },
): Diagnostic => ({
  code: "database/field_may_be_renamed",
  severity: "error",
  message: `${gone.name} left the model while ${fieldName(come.id, come.origin)}, of the same type, came. That may be a rename, or two changes.`,
  cause:
    "A rename keeps the values; a removal and an addition leaves them behind in the old column. It is never guessed.",
  remedy: `If it is the same field, add \`renamed_from: ${gone.name.replace(/^.*\./, "")}\` to it. If not, add \`renamed_from: null\` to it.`,
  subject: nameOf(come.id as ObjectId),
  ...at(come.origin),
});

export const entityMayBeRenamed = (
  gone: { readonly name: string; readonly table: string },
  come: { readonly table: string; readonly origin: ModelOrigin | undefined },
): Diagnostic => ({
  code: "database/entity_may_be_renamed",
  severity: "error",
  message: `${gone.name} left the model while ${come.origin?.entity ?? come.table}, which is much like it, came. That may be a rename, or two changes.`,
  cause: "A rename keeps the rows; a removal and an addition leaves them behind in the old table. It is never guessed.",
  remedy: `If it is the same entity, add \`renamed_from: ${gone.name}\` to it. If not, add \`renamed_from: null\` to it.`,
  subject: come.table,
  ...at(come.origin),
});

export const changesWithoutRead = (
  entity: string,
  role: string,
  operation: "update" | "delete",
  location: SourceLocation | undefined,
): Diagnostic => ({
  code: "database/changes_without_read",
  severity: "warning",
  message: `${role} may ${operation} rows of ${entity} and read none of them.`,
  cause: `PostgreSQL lets a role ${operation} only rows that it can also see, so the rule does nothing.`,
  remedy: `Add \`read\` to the rule: \`allow: [read, ${operation}]\`.`,
  subject: entity,
  ...(location === undefined ? {} : { location }),
});

export const ownerRuleWithoutOwner = (entity: string, location: SourceLocation | undefined): Diagnostic => ({
  code: "database/owner_rule_without_owner",
  severity: "error",
  message: `${entity} has a rule for owners, and no field that says who the owner is.`,
  cause: "Without one the rule would be for everybody who is signed in.",
  remedy: "Add `mixins: [owned]` to the entity.",
  subject: entity,
  ...(location === undefined ? {} : { location }),
});

export const expressionRefused = (
  purpose: string,
  problem: string,
  text: string,
  location: SourceLocation | undefined,
): Diagnostic => ({
  code: "database/expression_refused",
  severity: "error",
  message: `The SQL of ${purpose} cannot be used: ${problem}.`,
  cause: "SQL in the model must be exactly one expression: it is put into statements of ours.",
  remedy: "Write one expression over the columns of the table; whole statements go into files under `sql/`.",
  found: text,
  ...(location === undefined ? {} : { location }),
});

export const typeNameRefused = (
  subject: string,
  typeName: string,
  location: SourceLocation | undefined,
): Diagnostic => ({
  code: "database/type_name_refused",
  severity: "error",
  message: `${JSON.stringify(typeName)} of ${subject} is not the name of a PostgreSQL type.`,
  remedy: "Write it as PostgreSQL prints it: `double precision`, `character varying(20)`, `extensions.ltree`.",
  subject,
  ...(location === undefined ? {} : { location }),
});

export const enumsDiffer = (name: string, location: SourceLocation | undefined): Diagnostic => ({
  code: "database/enums_differ",
  severity: "error",
  message: `Two enums are called ${name} and have different values.`,
  cause: "A native enum is one type of the database, shared by all columns of its name.",
  remedy: "Give one of them another name.",
  subject: name,
  ...(location === undefined ? {} : { location }),
});

export const referenceNeedsUnique = (
  subject: string,
  target: string,
  location: SourceLocation | undefined,
): Diagnostic => ({
  code: "database/reference_needs_unique",
  severity: "error",
  message: `${subject} refers to ${target}, which alone does not name one row.`,
  cause: "PostgreSQL lets a column refer only to a key or to something unique.",
  remedy: `Give ${target} \`unique: true\`, or refer to an entity with a key of one field.`,
  subject,
  ...(location === undefined ? {} : { location }),
});

// Approving, applying, rolling back

export const approvalMissing = (file: string, checksum: string, environment: string): Diagnostic => ({
  code: "database/approval_missing",
  severity: "error",
  message: `${file} was written and rehearsed, and waits for approval for ${environment}.`,
  cause: "Nobody can be asked here, or this environment takes only what a person has approved.",
  remedy: "Review database/migrations and database/rollbacks, then approve exactly this text.",
  subject: file,
  expected: `approval of sha256 ${checksum}`,
  found: "none",
});

export const iterationTaken = (iteration: number): Diagnostic => ({
  code: "database/iteration_taken",
  severity: "error",
  message: `Iteration ${iteration} was written by another run while this one prepared its own.`,
  cause: "Two runs on one folder both found that the model had changed.",
  remedy: "Run the command again: it goes on from what the other run wrote.",
});

export const extensionMissing = (extension: string, label: string, origin: ModelOrigin | undefined): Diagnostic => ({
  code: "database/extension_missing",
  severity: "error",
  message: `${label} does not have the extension ${extension}${origin === undefined ? "" : `, which ${fieldName(`extension:${extension}`, origin)} needs`}.`,
  cause:
    "The field's type comes from this extension. Every migration is rehearsed on the embedded PostgreSQL first, so that one must have it too.",
  remedy: `Use a server that offers ${extension}, or another type for the field.`,
  subject: extension,
  ...at(origin),
});

export const nothingToApprove = (iteration: number | undefined, last: number): Diagnostic => ({
  code: "database/nothing_to_approve",
  severity: "error",
  message:
    iteration === undefined
      ? "Every iteration on disk is applied already."
      : `There is no iteration ${iteration}: the files end at ${last}.`,
  remedy: "Run the build first: it writes the migration that can then be approved.",
});

export const receiptMissing = (): Diagnostic => ({
  code: "database/receipt_missing",
  severity: "error",
  message: "There is no receipt of a verified database at the last iteration.",
  cause: "The apply or the verification before this task failed or did not run.",
  remedy: "Run `build-it apply` and mend what it says.",
});

export const noSuchIteration = (iteration: number, current: number): Diagnostic => ({
  code: "database/no_such_iteration",
  severity: "error",
  message: `The database is at iteration ${current}, so it cannot be rolled back to ${iteration}.`,
  remedy: "Name an earlier iteration: `build-it history` lists them. To go forward, run the build.",
});

export const rollbackBelowBaseline = (label: string, first: number): Diagnostic => ({
  code: "database/rollback_below_baseline",
  severity: "error",
  message: `${label} stood there before BUILD IT: its history begins with the baseline, and there is nothing to go back to.`,
  cause: "Rolling the baseline back would drop all that is in it, and nothing of it was made by BUILD IT.",
  remedy: `Name iteration ${first} or a later one.`,
  subject: label,
});

export const rollbackIntoFolded = (to: number, baseline: string, iteration: number): Diagnostic => ({
  code: "database/rollback_into_folded",
  severity: "error",
  message: `Iteration ${to} is before ${baseline}, which folds the iterations up to ${iteration} into one.`,
  cause: "The rollbacks that lead there were folded away with their migrations.",
  remedy: `Name iteration ${iteration} or a later one, or go back with a checkout from before the squash.`,
  subject: baseline,
});

export const baselineNotFirst = (): Diagnostic => ({
  code: "database/baseline_not_first",
  severity: "error",
  message: "The folder database/ has iterations already, so no baseline can come before them.",
  remedy: "Import into a new application.",
});

export const baselineDiffers = (label: string, differences: number): Diagnostic => ({
  code: "database/baseline_differs",
  severity: "error",
  message: `${label} has objects of the baseline, and ${differences === 1 ? "one thing differs" : `${differences} things differ`}.`,
  cause:
    "It is taken as it is only where it is exactly what the baseline says, and built only where nothing of it is there.",
  remedy: "Make it like the baseline (`build-it diff` prints how), or use an empty database.",
  subject: label,
});

export const foreignObjects = (unmanaged: readonly string[], label: string): readonly Diagnostic[] =>
  unmanaged.length === 0
    ? []
    : [
        {
          code: "database/foreign_objects",
          severity: "note",
          message: `${label} holds what BUILD IT never made, and leaves alone: ${unmanaged.join(", ")}.`,
        },
      ];

export const supabaseMissing = (label: string, missing: readonly string[]): Diagnostic => ({
  code: "database/supabase_missing",
  severity: "error",
  message: `${label} lacks ${missing.join(", ")}.`,
  cause: "Access rules become policies for these roles, and call these functions.",
  remedy: "Use a Supabase project, or create them on this server, by name: `build-it db prepare`.",
  subject: label,
});

export const supabaseRefused = (label: string, missing: readonly string[], error: unknown): Diagnostic => ({
  code: "database/supabase_refused",
  severity: "error",
  message: `${label} lacks ${missing.join(", ")}, and they could not be created: ${error instanceof Error ? error.message : String(error)}`,
  cause: "Access rules become policies for these roles, and call these functions.",
  remedy: "Connect as a role that may create roles and schemas, or create them yourself.",
  subject: label,
});

const allowedInSqlFiles =
  "Files under `sql/` hold CREATE FUNCTION, CREATE PROCEDURE, CREATE VIEW and CREATE TRIGGER, and COMMENT ON and GRANT … ON what they make.";

export const sqlFileRefused = (problem: string, location: SourceLocation): Diagnostic => ({
  code: "database/sql_file_refused",
  severity: "error",
  message: `${location.file} is not SQL that PostgreSQL understands: ${problem}.`,
  remedy: "Correct the statement at this place; nothing of the file was used.",
  location,
});

export const sqlStatementRefused = (words: string, location: SourceLocation): Diagnostic => ({
  code: "database/sql_statement_refused",
  severity: "error",
  message: `A statement of this form (${words} …) cannot stand in an SQL file of the model.`,
  cause: "It would change the database in a way that the model does not show and no rollback knows of.",
  remedy: `${allowedInSqlFiles} A view names its columns in its query. Tables come from entities.`,
  location,
});

export const schemaStatementRefused = (
  problem: string,
  statement: string,
  location: SourceLocation | undefined,
): Diagnostic => ({
  code: "database/schema_statement_refused",
  severity: "error",
  message:
    location === undefined
      ? `PostgreSQL refuses what an entity becomes: ${problem}.`
      : `PostgreSQL refuses a statement of ${location.file}: ${problem}.`,
  cause:
    "Files under `sql/schema/` are run on a blank database, together with the entities, in whatever order works; this never did.",
  remedy: "Correct the statement, or say what it needs: in a file there, or as an entity.",
  ...(location === undefined ? { found: statement } : { location }),
});

export const schemaCommandRefused = (words: string, location: SourceLocation): Diagnostic => ({
  code: "database/schema_command_refused",
  severity: "error",
  message: `${words} cannot stand in a file under \`sql/schema/\`.`,
  cause: "The files say what the database is made of: rows and commands of psql are no part of that.",
  remedy: "Take it out.",
  location,
});

export const schemaObjectUnknown = (what: string, name: string): Diagnostic => ({
  code: "database/schema_object_unknown",
  severity: "error",
  message: `The ${what} ${name} cannot be managed by BUILD IT.`,
  cause: "It could be neither compared nor taken back, so a verified database would not be one.",
  remedy: "Take it out of `sql/schema/`, and make it by hand: what BUILD IT never made it leaves alone.",
  subject: name,
});

export const sqlNameUnqualified = (name: string, location: SourceLocation): Diagnostic => ({
  code: "database/sql_name_unqualified",
  severity: "error",
  message: `${name} is written without its schema.`,
  cause: "Which object is meant would depend on the search_path of whoever runs the migration.",
  remedy: `Write public.${name}.`,
  subject: name,
  location,
});

export const sqlSchemaUnknown = (schema: string, known: readonly string[], location: SourceLocation): Diagnostic => ({
  code: "database/sql_schema_unknown",
  severity: "error",
  message: `The schema ${schema} is none of the model's.`,
  cause: "BUILD IT looks after the schemas that entities live in and leaves all others alone.",
  remedy: `Use one of: ${known.join(", ")}.`,
  subject: schema,
  location,
});

export const sqlObjectTwice = (id: ObjectId, location: SourceLocation): Diagnostic => ({
  code: "database/sql_object_twice",
  severity: "error",
  message: `${nameOf(id)} is made twice.`,
  remedy: "Keep one of the two statements.",
  subject: nameOf(id),
  location,
});

export const sqlTargetUnknown = (name: string, location: SourceLocation): Diagnostic => ({
  code: "database/sql_target_unknown",
  severity: "error",
  message: `${name} is not made by a file under \`sql/\`, or more than one function has this name.`,
  cause: "Comments and rights on tables come from the entities' descriptions and access rules.",
  remedy: "Name a function with its argument types, a view or a trigger of these files, with their schema.",
  subject: name,
  location,
});

export const privilegeRefused = (word: string, known: readonly string[], location: SourceLocation): Diagnostic => ({
  code: "database/privilege_refused",
  severity: "error",
  message: `${word.toUpperCase()} cannot be granted here.`,
  remedy: `Grant one of: ${known.join(", ").toUpperCase()}.`,
  location,
});

export const functionWithoutSearchPath = (
  name: string,
  securityDefiner: boolean,
  location: SourceLocation,
): Diagnostic => ({
  code: "database/function_without_search_path",
  severity: "warning",
  message: `${name} does not say where its names are looked up.`,
  cause: `Whoever calls it decides which tables and functions it finds${securityDefiner ? ", while it runs with the rights of its owner" : ""}.`,
  remedy: "Add SET search_path = '' and write names with their schemas.",
  subject: name,
  location,
});

export const viewOfItsOwner = (name: string, location: SourceLocation): Diagnostic => ({
  code: "database/view_of_its_owner",
  severity: "warning",
  message: `${name} looks at its tables with the rights of its owner.`,
  cause: "The access rules of the tables do not hold for whoever may read the view.",
  remedy: "Leave security_invoker out: views then look at tables as whoever asks.",
  subject: name,
  location,
});

// The archive

const count = (rows: number, one: string, many: string): string => `${rows} ${rows === 1 ? one : many}`;

/** `12 rows of accounts`, `1 value of accounts.phone`. */
const amountOf = (rows: number, { subject, whole }: ArchivedSubject): string =>
  `${whole ? count(rows, "row", "rows") : count(rows, "value", "values")} of ${subject}`;

interface ArchivedSubject {
  readonly subject: string;
  /** Whole rows, not the values of a column. */
  readonly whole: boolean;
  /** In the schema build_it. */
  readonly archiveTable: string;
}

export const rowsArchived = (archived: ArchivedSubject, rows: number): Diagnostic => ({
  code: "database/rows_archived",
  severity: "note",
  message: `${amountOf(rows, archived)} went into the archive: build_it.${archived.archiveTable}.`,
  subject: archived.subject,
});

export const rowsBack = (archived: ArchivedSubject, rows: number): Diagnostic => ({
  code: "database/rows_back",
  severity: "note",
  message: `${amountOf(rows, archived)} came back from the archive.`,
  subject: archived.subject,
});

export const rowsStay = (
  archived: ArchivedSubject,
  {
    rows,
    gone,
    changed,
    refused,
    untold,
    reason,
  }: {
    readonly rows: number;
    readonly gone: number;
    readonly changed: number;
    readonly refused: number;
    readonly untold: number;
    readonly reason: string | null;
  },
): Diagnostic => ({
  code: "database/rows_stay_archived",
  severity: "warning",
  message: `${amountOf(rows, archived)} ${rows === 1 ? "stays" : "stay"} in the archive: ${[
    ...(gone === 0 ? [] : [`${gone} whose row was deleted since`]),
    ...(changed === 0 ? [] : [`${changed} that somebody changed since`]),
    ...(refused === 0
      ? []
      : [
          `${refused} that ${reason === null ? "another row has taken the place of" : `PostgreSQL refused (${reason})`}`,
        ]),
    ...(untold === 0 ? [] : [`nothing tells which row ${untold} of them ${untold === 1 ? "is" : "are"} of`]),
  ].join(", ")}.`,
  remedy: `They are in build_it.${archived.archiveTable}, to be looked at. What can come back later does so with \`build-it restore\`.`,
  subject: archived.subject,
});

export const rowsWait = (archived: ArchivedSubject, rows: number): Diagnostic => ({
  code: "database/rows_wait_archived",
  severity: "warning",
  message: `${amountOf(rows, archived)} ${rows === 1 ? "waits" : "wait"} in the archive, where the way back put ${rows === 1 ? "it" : "them"}.`,
  remedy: "Bring them back: `build-it restore`. What somebody changes in the meantime stays as it is then.",
  subject: archived.subject,
});

/** What a person is asked before archived rows come back. */
export const restoreQuestion = (entries: readonly (ArchivedSubject & { readonly rows: number })[]): string =>
  `Bring back from the archive ${entries.map((entry) => amountOf(entry.rows, entry)).join(", ")}?`;

// Retiring

export const notRetirable = (name: string, known: readonly string[]): Diagnostic => ({
  code: "database/not_retirable",
  severity: "error",
  message: `${name} is nothing that is kept for earlier iterations.`,
  cause: "Only what left the model, and former names, can be retired. What is in the model leaves it first.",
  remedy: known.length === 0 ? "There is nothing to retire." : `There is: ${known.join(", ")}.`,
  subject: name,
});

export const buildBeforeRetiring = (): Diagnostic => ({
  code: "database/build_before_retiring",
  severity: "error",
  message: "The model asks for changes, or the database lacks iterations, so nothing is retired now.",
  cause: "What is retired goes in an iteration of its own, which does nothing else and can be taken back alone.",
  remedy: "Build first, then retire.",
});

export const retirementBreaks = (name: string, users: readonly string[]): Diagnostic => ({
  code: "database/retirement_breaks",
  severity: "error",
  message: `${name} is still used: ${users.join(", ")}.`,
  cause: "It would not work without.",
  remedy: "Change what uses it in the model and build, or retire it along with this.",
  subject: name,
});

export const retireQuestion = (
  chosen: readonly { readonly name: string; readonly since: number }[],
  label: string,
): string =>
  `Retiring ${chosen.map(({ name, since }) => `${name} (code before iteration ${since} uses it)`).join(", ")} on ${label} ends the promise that such code goes on working. Rows and values go into the archive. Go on?`;

export const retireCommand = (names: readonly string[]): string =>
  `build-it retire ${names.map((name) => (/^[\w.]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`)).join(" ")} --yes`;
