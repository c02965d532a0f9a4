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
  remedy: "Keep the wider type, or say how to convert with `cast: { sql: <expression over the old value> }`.",
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

export const fieldMayBeRenamed = (
  gone: { readonly id: string; readonly name: string },
  come: { readonly id: string; readonly origin: ModelOrigin | undefined },
): Diagnostic => ({
  code: "database/field_may_be_renamed",
  severity: "error",
  message: `${gone.name} left the model while ${fieldName(come.id, come.origin)}, of the same type, came. That may be a rename, or two changes.`,
  cause:
    "A rename keeps the values; a removal and an addition leaves them behind in the old column. It is never guessed.",
  remedy: `If it is the same field, add \`renamed_from: ${gone.name.replace(/^.*\./, "")}\` to it. If not, build the removal first and add the new field afterwards.`,
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
  remedy: `If it is the same entity, add \`renamed_from: ${gone.name}\` to it. If not, build the removal first and add the new entity afterwards.`,
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

export const rollbackLosesRows = (subject: string, rows: number): Diagnostic => ({
  code: "database/rollback_loses_rows",
  severity: "error",
  message: `${subject} has ${rows} ${rows === 1 ? "row" : "rows"} that would be gone.`,
  cause: "The earlier iteration has no place for them.",
  remedy: "Copy what is worth keeping, then give up the rest by name.",
  subject,
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
