import { nameOf, type ObjectId } from "@build-it/postgres-schema";
import type { Diagnostic, SourceLocation } from "@build-it/stage-contract";
import { at, fieldName, type ModelOrigin } from "./words.ts";

// What is said when migrations are approved, applied and taken back.

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

export const rolesMissing = (label: string, missing: readonly string[], statements: string): Diagnostic => ({
  code: "database/roles_missing",
  severity: "error",
  message: `${label} does not have the ${missing.length === 1 ? "role" : "roles"} ${missing.join(", ")}.`,
  cause:
    "The model gives them rights, or writes policies for them. Roles belong to the whole server, so BUILD IT makes them on its own servers only.",
  remedy: `Create them there, with what else they are to have: ${statements}`,
  subject: label,
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
