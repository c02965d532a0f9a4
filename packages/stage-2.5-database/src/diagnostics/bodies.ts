import { nameOf, type ObjectId } from "@build-it/postgres-schema";
import type { Diagnostic, SourceLocation } from "@build-it/stage-contract";
import { at, fieldName, inModel, lastOf, type ModelOrigin } from "./words.ts";

// What is said of names in the bodies of functions.

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

/** A word that is a column's name as well most often means that. */
export const bodySaysFormerType = (
  said: SaidInBody,
  { now, isColumnToo }: { readonly now: string; readonly isColumnToo: boolean },
): Diagnostic => ({
  code: "database/body_says_former_type",
  severity: isColumnToo ? "warning" : "error",
  message: `${bodySays(said)}, and the type ${said.name} is renamed to ${now}.`,
  cause: `If it means the type, it fails when it is called: a type has one name. ${byText}`,
  remedy: `Write ${lastOf(now)} where it means the type. ${orStillSays(said)}`,
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
