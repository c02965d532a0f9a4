import { nameOf, type ObjectId } from "@build-it/postgres-schema";
import type { Diagnostic } from "@build-it/stage-contract";
import { at, fieldName, lastOf, type ModelOrigin } from "./words.ts";

// What is said of changes that could break or lose something.

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

export const enumMayBeRenamed = (
  column: string,
  type: { readonly from: string; readonly to: string },
  origin: ModelOrigin | undefined,
): Diagnostic => ({
  code: "database/enum_may_be_renamed",
  severity: "error",
  message: `${fieldName(column, origin)} changes from the enum ${type.from} to ${type.to}. That may be a rename, or another enum.`,
  cause:
    "A rename keeps the type and its values; another enum is a type that PostgreSQL turns no value into by itself. It is never guessed.",
  remedy: `If it is the same enum, add \`renamed_from: ${formerEnum(type.from)}\` to it in enums.yaml, or correct what it says there. If not, say how to convert with \`cast: { sql: <expression over the old value> }\`.`,
  subject: nameOf(column as ObjectId),
  expected: type.to,
  found: type.from,
  ...at(origin),
});

/** What the model most likely called an enum, by its type. */
const formerEnum = (type: string): string =>
  lastOf(type)
    .replace(/\W/g, "")
    .replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

export const domainNarrowed = (
  domain: ObjectId,
  column: ObjectId,
  type: { readonly from: string; readonly to: string },
): Diagnostic => ({
  code: "database/domain_narrowed",
  severity: "error",
  message: `The domain ${nameOf(domain)} of ${nameOf(column)} changes from ${type.from} to ${type.to}, which does not hold all values of the former.`,
  cause: "Values that do not fit would be changed or refused.",
  remedy:
    "Keep the wider type, or let every row fit before the change: with a data step, `database/steps/<name>.before.sql`.",
  subject: nameOf(column),
  expected: type.to,
  found: type.from,
});

export const attributeNarrowed = (
  composite: ObjectId,
  attribute: string,
  column: ObjectId,
  type: { readonly from: string; readonly to: string },
): Diagnostic => ({
  code: "database/attribute_narrowed",
  severity: "error",
  message: `The attribute ${attribute} of ${nameOf(composite)}, of which ${nameOf(column)} holds values, changes from ${type.from} to ${type.to}, which does not hold all values of the former.`,
  cause: "Values that do not fit would be changed or refused.",
  remedy:
    "Keep the wider type, or let every row fit before the change: with a data step, `database/steps/<name>.before.sql`.",
  subject: nameOf(column),
  expected: type.to,
  found: type.from,
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

/** What a rollback itself makes of rows, and PostgreSQL then refuses. */
export const turnedBack = (
  diagnostic: Diagnostic,
  { iteration, said }: { readonly iteration: number; readonly said: string },
): Diagnostic => ({
  ...onTheWayBack(diagnostic, iteration),
  cause: `The rollback turns their values back first, so this was not known before it ran; what waits in the archive comes back only after that. PostgreSQL says: ${said}`,
  remedy:
    "Change these rows, with `build-it db sql` or in the application, so that they fit when their values are turned back, and roll back then. The rollback was taken back with all that it did.",
});

/** A change that only rows could have stopped, and none did. */
export const rowsSuit = ({ subject, message, location }: Diagnostic, total: number): Diagnostic => ({
  code: "database/rows_suit",
  severity: "note",
  message: `${subject ?? message}: ${total === 0 ? "there are no rows" : `all ${total} rows were asked, and none is in the way`}. Code of earlier iterations must keep to it too.`,
  ...(subject === undefined ? {} : { subject }),
  ...(location === undefined ? {} : { location }),
});
