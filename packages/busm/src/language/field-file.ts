import { z } from "zod";
import { DatabaseName, EnumName, FieldName, Sql, Text } from "./name-words.ts";
import { parseShortType, shortTypePatterns } from "./parse-short-type.ts";
import { decimalWords, plainWords, rangeWords, shortWords, textWords, wholeNumberWords } from "./type-words.ts";

const Literal = z.union([z.string(), z.number(), z.boolean()]);
const SqlExpression = z.strictObject({ sql: Sql });
/** A value of any type: a list's is a list, and JSON's anything. */
const Value = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  SqlExpression,
  z.array(z.unknown()),
  z.record(z.string(), z.unknown()),
]);

/** What to do with the row when what it refers to goes away. */
export const Action = z.enum(["restrict", "cascade", "set_null", "no_action"]);

const valueOptions = { label: Text.optional(), description: Text.optional(), color: Text.optional() };
const EnumValueFile = z.strictObject({ value: z.string().min(1), ...valueOptions });
export type EnumValueFile = z.infer<typeof EnumValueFile>;

/** `[open, closed]`, or `{ open: Open, closed: { label: Closed, color: red } }`. */
export const EnumValues = z.union([
  z
    .array(
      z.union([
        z
          .string()
          .min(1)
          .transform((value): EnumValueFile => ({ value })),
        EnumValueFile,
      ]),
    )
    .min(1),
  z
    .record(
      z.string().min(1),
      z.union([z.null().transform(() => ({})), Text.transform((label) => ({ label })), z.strictObject(valueOptions)]),
    )
    .transform((values) => Object.entries(values).map(([value, options]): EnumValueFile => ({ value, ...options }))),
]);

export const EnumStorage = z.enum(["check", "native"]);

const longest = 10_485_760;
const limits = {
  min: z.number().optional().describe("The smallest value allowed."),
  max: z.number().optional().describe("The largest value allowed."),
};

const textShape = {
  type: z.enum(textWords),
  min: z.number().int().min(0).max(longest).optional().describe("The fewest characters allowed."),
  max: z.number().int().min(1).max(longest).optional().describe("The most characters allowed."),
  pattern: z.string().min(1).optional().describe("A regular expression that the text must match."),
};
const wholeNumberShape = { type: z.enum(wholeNumberWords), ...limits };
const floatShape = { type: z.literal("float"), ...limits };
const decimalShape = {
  type: z.enum(decimalWords),
  precision: z.number().int().min(1).max(1000).optional().describe("Digits in all."),
  scale: z.number().int().min(0).max(1000).optional().describe("Digits after the point."),
  ...limits,
};
const plainShape = { type: z.enum(plainWords) };
const vectorShape = { type: z.literal("vector"), dimensions: z.number().int().min(1).max(16_000) };
const rangeShape = { type: z.literal("range"), of: z.enum(rangeWords) };
const enumShape = {
  type: z.literal("enum"),
  enum: EnumName.optional().describe("A named enum of enums.yaml."),
  values: EnumValues.optional().describe("The values, where the enum belongs to this field alone."),
  storage: EnumStorage.optional().describe("`check` (text with a check, the default) or `native`."),
};
const postgresShape = {
  type: z.literal("postgres"),
  name: Text.describe("A type of PostgreSQL that the language has no word for."),
  extension: DatabaseName.optional().describe("The extension that the type needs."),
};

/** Where the database has it in another form than the usual one. */
const stored = {
  stored_as: Text.optional().describe(
    "PostgreSQL's type of the column, where it is not the usual one: `timestamp without time zone`.",
  ),
};
const constraint = {
  constraint: DatabaseName.optional().describe("The name of the foreign key; derived where absent."),
};

/** A type that stands for one value: what a list is made of and what a computed field gives. */
export const ScalarFile = z.discriminatedUnion("type", [
  z.strictObject(textShape),
  z.strictObject(wholeNumberShape),
  z.strictObject(floatShape),
  z.strictObject(decimalShape),
  z.strictObject(plainShape),
  z.strictObject(vectorShape),
  z.strictObject(rangeShape),
  z.strictObject(enumShape),
  z.strictObject(postgresShape),
]);
export type ScalarFile = z.infer<typeof ScalarFile>;

const shortForm = z.string().meta({
  anyOf: [{ enum: shortWords }, ...shortTypePatterns.map((pattern) => ({ pattern }))],
});
const ScalarEntry = z.union([
  shortForm.transform((text): unknown => parseShortType(text)).pipe(ScalarFile as z.ZodType<ScalarFile, unknown>),
  ScalarFile,
]);

const RenamedField = z.strictObject({ name: FieldName, column: DatabaseName.optional() });
type RenamedField = z.infer<typeof RenamedField>;

const options = {
  required: z.boolean().optional().describe("Every row must have a value."),
  default: Value.optional().describe(
    "The value of new rows: a literal, `now`, `today`, `uuid`, `user`, `tenant`, or `{ sql: … }`.",
  ),
  unique: z
    .union([
      z.boolean(),
      z.strictObject({
        scope: z.array(z.string()).optional().describe("Unique among the rows that agree in these fields."),
        where: Sql.optional(),
        nulls: z.enum(["distinct", "equal"]).optional(),
      }),
    ])
    .optional()
    .describe("No two rows have the same value."),
  index: z
    .boolean()
    .optional()
    .describe("Finding rows by this field is fast. References have an index unless this says `false`."),
  label: Text.optional().describe("What people see; derived from the name where absent."),
  help: Text.optional().describe("A sentence below the field in forms."),
  description: Text.optional().describe("For people who read the model or the database."),
  immutable: z.boolean().optional().describe("Set once, when the row is made."),
  readonly: z.boolean().optional().describe("Not in forms."),
  secret: z.boolean().optional().describe("Never given to users of the application."),
  searchable: z.boolean().optional().describe("The list's search looks at this field."),
  deprecated: z.boolean().optional().describe("Still there, no longer to be used."),
  column: DatabaseName.optional().describe("The column's name, where it is not the field's."),
  backfill: Value.optional().describe("Fills the rows that exist already."),
  cast: z.union([Literal, SqlExpression]).optional().describe("Converts the values that exist when the type changes."),
  map: z.record(z.string(), z.string()).optional().describe("Where a value went that the enum lost: `{ old: new }`."),
  renamed_from: z
    .union([FieldName.transform((name): RenamedField => ({ name })), RenamedField, z.null()])
    .optional()
    .describe("The field's former name, so that its values come along; `null` for a field that had none and is new."),
};

export const FieldFile = z.discriminatedUnion("type", [
  z.strictObject({ ...textShape, ...stored, ...options }),
  z.strictObject({ ...wholeNumberShape, ...stored, ...options }),
  z.strictObject({ ...floatShape, ...stored, ...options }),
  z.strictObject({ ...decimalShape, ...stored, ...options }),
  z.strictObject({ ...plainShape, ...stored, ...options }),
  z.strictObject({ ...vectorShape, ...options }),
  z.strictObject({ ...rangeShape, ...options }),
  z.strictObject({ ...enumShape, ...stored, ...options }),
  z.strictObject({ ...postgresShape, ...options }),
  z.strictObject({ type: z.literal("list"), of: ScalarEntry, ...stored, ...options }),
  z.strictObject({
    type: z.literal("reference"),
    to: z.string().describe("The entity that is referred to."),
    on_delete: Action.optional().describe(
      "What happens to this row when that one is deleted; `restrict` where absent.",
    ),
    on_update: Action.optional(),
    deferrable: z.boolean().optional().describe("Checked when the transaction ends, not before."),
    ...constraint,
    ...options,
  }),
  z.strictObject({ type: z.literal("user"), on_delete: Action.optional(), ...constraint, ...options }),
  z.strictObject({
    type: z.literal("computed"),
    of: ScalarEntry,
    sql: Sql,
    virtual: z.boolean().optional().describe("Computed when it is read, and not stored; from PostgreSQL 18."),
    ...stored,
    ...options,
  }),
  z.strictObject({
    type: z.literal("identity"),
    of: z.enum(wholeNumberWords).optional(),
    always: z.boolean().optional().describe("Nobody may give the number; true where absent."),
    sequence: DatabaseName.optional().describe("The name of the sequence that counts; derived where absent."),
    ...options,
  }),
]);
/** A field in its full form. */
export type FieldFile = z.infer<typeof FieldFile>;

/** `string`, or `{ type: string, required: true }`. */
export const FieldEntry = z.union([
  shortForm.transform((text): unknown => parseShortType(text)).pipe(FieldFile as z.ZodType<FieldFile, unknown>),
  FieldFile,
]);
