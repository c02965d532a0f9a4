import type { ConfiguredEntity } from "@build-it/artifacts";
import type { Diagnostic, SourceLocation } from "@build-it/stage-contract";
import { inModel, lastOf } from "./words.ts";

// What is said of what a model asks for.

export const tableMovedSchema = ({ name, schema, renamedFrom, source }: ConfiguredEntity): Diagnostic => ({
  code: "database/table_moved_schema",
  severity: "error",
  message: `${name} cannot move from the schema ${renamedFrom?.schema} to ${schema}.`,
  cause: "A table in another schema has other rights and another address in the API: that is a new table.",
  remedy: "Leave the table in its schema, or remove `renamed_from` to start with a new, empty table.",
  subject: name,
  ...(source === undefined ? {} : { location: source }),
});

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

export const formerTypeInSql = (
  where: string,
  { from, to }: { readonly from: string; readonly to: string },
  location: SourceLocation | undefined,
): Diagnostic => ({
  code: "database/former_type_in_sql",
  severity: "error",
  message: `${where} still says the type ${from}, which is renamed to ${to}.`,
  cause: "A type has one name in PostgreSQL.",
  remedy: `Write ${to} there, or keep the name of the type with \`type: ${from}\` in enums.yaml.`,
  subject: to,
  ...inModel(location),
});

/** Not of code that is generated. */
export const typeRenamed = (from: string, to: string): Diagnostic => ({
  code: "database/type_renamed",
  severity: "note",
  message: `The type ${from} is called ${to} from now on.`,
  cause:
    "Generated code of earlier iterations says no type, and goes on. A statement by hand that casts to the former name fails: a type has one name in PostgreSQL.",
  remedy: `If there are such statements, keep the name of the type with \`type: ${from}\` in enums.yaml.`,
  subject: to,
});

export const secretNotUnderFormerName = (entity: string, former: string, now: string): Diagnostic => ({
  code: "database/secret_not_under_former_name",
  severity: "warning",
  message: `Secret fields of ${entity} are reached as ${now} only, no longer as ${former}.`,
  cause: "PostgreSQL wants rights on all that a view shows, and users have none on secret fields.",
  remedy: `Let what reads or writes them say ${now} before it is deployed.`,
  subject: entity,
});
