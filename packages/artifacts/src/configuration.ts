import { SourceLocation } from "@build-it/stage-contract";
import { z } from "zod";

/** Stage 2's artifact: the model with every default made explicit and every reference resolved. */

/** A value as the model writes it: a list's is a list, and JSON's anything. */
const LiteralValue = z.object({
  kind: z.literal("literal"),
  value: z.union([z.string(), z.number(), z.boolean(), z.array(z.unknown()), z.record(z.string(), z.unknown())]),
});
/** A value as the model writes it. */
export type LiteralValue = z.infer<typeof LiteralValue>;

/** A default: a literal, or a word that the database turns into an expression. */
export const DefaultValue = z.discriminatedUnion("kind", [
  LiteralValue,
  z.object({ kind: z.literal("now") }),
  z.object({ kind: z.literal("today") }),
  z.object({ kind: z.literal("uuid") }),
  /** The signed-in user. */
  z.object({ kind: z.literal("user") }),
  /** The signed-in user's tenant. */
  z.object({ kind: z.literal("tenant") }),
  /** SQL, as the author wrote it. */
  z.object({ kind: z.literal("sql"), expression: z.string() }),
]);
export type DefaultValue = z.infer<typeof DefaultValue>;

/** A conversion or filling of existing rows: a constant, or an SQL expression over the row. */
export const ValueSource = z.discriminatedUnion("kind", [
  LiteralValue,
  z.object({ kind: z.literal("sql"), expression: z.string() }),
]);
export type ValueSource = z.infer<typeof ValueSource>;

/** A value of an enum: as it is stored, and as people read it. */
export const EnumValue = z.object({
  value: z.string(),
  label: z.string(),
  description: z.string().optional(),
  color: z.string().optional(),
});
export type EnumValue = z.infer<typeof EnumValue>;

const range = { min: z.number().optional(), max: z.number().optional() };

/** A single value's type, with its limits. */
export const ScalarType = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("text"),
    format: z.enum(["plain", "email", "url", "phone", "slug", "color", "markdown"]),
    minLength: z.number().int().optional(),
    maxLength: z.number().int().optional(),
    pattern: z.string().optional(),
  }),
  z.object({ kind: z.literal("smallint"), ...range }),
  z.object({ kind: z.literal("integer"), ...range }),
  z.object({ kind: z.literal("bigint"), ...range }),
  z.object({ kind: z.literal("decimal"), precision: z.number().int(), scale: z.number().int(), ...range }),
  z.object({ kind: z.literal("float"), ...range }),
  z.object({ kind: z.literal("boolean") }),
  z.object({ kind: z.literal("date") }),
  z.object({ kind: z.literal("time") }),
  z.object({ kind: z.literal("datetime") }),
  z.object({ kind: z.literal("duration") }),
  z.object({ kind: z.literal("uuid") }),
  z.object({ kind: z.literal("json") }),
  z.object({ kind: z.literal("bytes") }),
  z.object({ kind: z.literal("ip") }),
  z.object({ kind: z.literal("search") }),
  z.object({ kind: z.literal("range"), of: z.enum(["date", "integer", "datetime"]) }),
  /** Stored as text with a check, or as a native PostgreSQL enum called `typeName`. */
  z.object({
    kind: z.literal("enum"),
    name: z.string(),
    storage: z.enum(["check", "native"]),
    typeName: z.string(),
    /** Of an enum that fields share: what it and its type were called before. */
    renamedFrom: z.object({ name: z.string(), typeName: z.string() }).optional(),
    values: z.array(EnumValue),
  }),
  /** The escape hatch: a PostgreSQL type by name. */
  z.object({ kind: z.literal("postgres"), typeName: z.string() }),
]);
export type ScalarType = z.infer<typeof ScalarType>;

/** What happens to a row whose referenced row goes or changes its key. */
export const ReferentialAction = z.enum(["restrict", "cascade", "set_null", "no_action"]);
export type ReferentialAction = z.infer<typeof ReferentialAction>;

/** What a field holds: a scalar, a list of them, a reference, or something the database computes. */
export const FieldType = z.discriminatedUnion("kind", [
  ...ScalarType.options,
  z.object({ kind: z.literal("list"), of: ScalarType }),
  z.object({
    kind: z.literal("reference"),
    /** The entity's name in the model. */
    entity: z.string(),
    /** The key field's name and type over there. */
    field: z.string(),
    type: ScalarType,
    onDelete: ReferentialAction,
    onUpdate: ReferentialAction,
    deferrable: z.boolean(),
    /** The field of the other entity that a person recognises it by. */
    display: z.string().optional(),
    /** The foreign key's name, where the model says it. */
    constraint: z.string().optional(),
  }),
  /** A reference to a user of the application (`auth.users`). */
  z.object({ kind: z.literal("user"), onDelete: ReferentialAction, constraint: z.string().optional() }),
  /** A generated column; stored, unless it is virtual. */
  z.object({
    kind: z.literal("computed"),
    expression: z.string(),
    of: ScalarType,
    virtual: z.literal(true).optional(),
  }),
  /** A number that the database counts up. */
  z.object({
    kind: z.literal("identity"),
    of: z.enum(["smallint", "integer", "bigint"]),
    always: z.boolean(),
    /** The sequence's name, where the model says it. */
    sequence: z.string().optional(),
  }),
]);
export type FieldType = z.infer<typeof FieldType>;

export const FieldOrigin = z.enum(["model", "key", "timestamps", "soft_delete", "owned", "tenant", "audit"]);

/** A field with every option said. */
export const ConfiguredField = z.object({
  /** As the model says: `accountId`. */
  name: z.string(),
  /** As the database says: `account_id`. */
  column: z.string(),
  label: z.string(),
  help: z.string().optional(),
  description: z.string().optional(),
  type: FieldType,
  /** PostgreSQL's type of the column, where it is not the one that goes with `type`. */
  storedAs: z.string().optional(),
  required: z.boolean(),
  unique: z.boolean(),
  index: z.boolean(),
  default: DefaultValue.optional(),
  /** Set once, at insert. */
  immutable: z.boolean(),
  /** Set by the database or by nobody: not in forms. */
  readonly: z.boolean(),
  /** Never granted to API roles. */
  secret: z.boolean(),
  searchable: z.boolean(),
  deprecated: z.boolean(),
  /** Fills existing rows when a required field comes to a filled table. */
  backfill: ValueSource.optional(),
  /** Converts existing values when the type changes. */
  cast: ValueSource.optional(),
  /** Where an enum value went that is no longer there: `{ old: new }`. */
  mapValues: z.record(z.string(), z.string()).optional(),
  /** The field's former name in the model, and the column it had; null where the model says that it had none. */
  renamedFrom: z.object({ name: z.string(), column: z.string() }).nullable().optional(),
  origin: FieldOrigin,
  source: SourceLocation.optional(),
});
export type ConfiguredField = z.infer<typeof ConfiguredField>;

/** Fields that no two rows may share. */
export const ConfiguredUnique = z.object({
  name: z.string().optional(),
  fields: z.array(z.string()).min(1),
  where: z.string().optional(),
  nullsEqual: z.boolean(),
  source: SourceLocation.optional(),
});
export type ConfiguredUnique = z.infer<typeof ConfiguredUnique>;

/** An index that the model asks for; the ones that references bring are not listed. */
export const ConfiguredIndex = z.object({
  name: z.string().optional(),
  /** Fields by name, or SQL expressions. */
  on: z
    .array(
      z.union([
        z.object({ field: z.string(), descending: z.boolean() }),
        z.object({ expression: z.string(), descending: z.boolean() }),
      ]),
    )
    .min(1),
  unique: z.literal(true).optional(),
  method: z.enum(["btree", "hash", "gin", "gist", "brin"]),
  include: z.array(z.string()),
  where: z.string().optional(),
  source: SourceLocation.optional(),
});
export type ConfiguredIndex = z.infer<typeof ConfiguredIndex>;

/** A condition, in SQL over the row's columns, that every row keeps. */
export const ConfiguredCheck = z.object({
  name: z.string(),
  expression: z.string(),
  message: z.string().optional(),
  source: SourceLocation.optional(),
});
export type ConfiguredCheck = z.infer<typeof ConfiguredCheck>;

/** What an access rule allows. */
export const Operation = z.enum(["create", "read", "update", "delete"]);
export type Operation = z.infer<typeof Operation>;

const Comparable = z.union([z.string(), z.number(), z.boolean()]);
/** One condition on the row: a field and what it must be. Conditions of a rule are joined by AND. */
export const AccessCondition = z.discriminatedUnion("operator", [
  z.object({ field: z.string(), operator: z.enum(["eq", "ne", "lt", "lte", "gt", "gte"]), value: Comparable }),
  z.object({ field: z.string(), operator: z.enum(["in", "not_in"]), value: z.array(Comparable) }),
  z.object({ field: z.string(), operator: z.enum(["is_null", "is_not_null"]) }),
  /** The field is the signed-in user. */
  z.object({ field: z.string(), operator: z.literal("is_user") }),
]);
export type AccessCondition = z.infer<typeof AccessCondition>;

/** Who may do what with which rows. What no rule allows is forbidden. */
export const AccessRule = z.object({
  allow: z.array(Operation).min(1),
  /** `owner` goes with the entity's owner field. */
  to: z.enum(["anyone", "signed_in", "owner", "service"]),
  when: z.array(AccessCondition),
  /** What the row must be after the change; absent: the same as `when`. */
  check: z.array(AccessCondition).optional(),
  source: SourceLocation.optional(),
});
export type AccessRule = z.infer<typeof AccessRule>;

/** What mixins add besides their fields; each names the field (not the column) it works on. */
export const Behaviours = z.object({
  /** Kept at `now()` by a trigger. */
  touchedAt: z.string().optional(),
  /** Kept at the signed-in user by a trigger. */
  touchedBy: z.string().optional(),
  /** A row with this field set counts as deleted: the views hide it and API roles do not see it. */
  softDelete: z.string().optional(),
  owner: z.string().optional(),
  tenant: z.string().optional(),
  /** Fields that may not change after the insert; a trigger holds them. */
  immutable: z.array(z.string()),
});
export type Behaviours = z.infer<typeof Behaviours>;

/** An entity with its mixins expanded, its names settled and its table named. */
export const ConfiguredEntity = z.object({
  name: z.string(),
  label: z.string(),
  pluralLabel: z.string(),
  description: z.string().optional(),
  schema: z.string(),
  table: z.string(),
  /** The field a person recognises a row by. */
  display: z.string(),
  /** Names of the key's fields; their columns are the primary key. */
  key: z.array(z.string()).min(1),
  /** The primary key's name, where the model says it. */
  keyName: z.string().optional(),
  fields: z.array(ConfiguredField),
  uniques: z.array(ConfiguredUnique),
  indexes: z.array(ConfiguredIndex),
  checks: z.array(ConfiguredCheck),
  access: z.array(AccessRule),
  /** Who may do what is said in SQL: the model's SQL grants, and switches row level security on. */
  accessInSql: z.literal(true).optional(),
  behaviours: Behaviours,
  /** The entity's former name in the model, and the table it had; null where the model says that it had none. */
  renamedFrom: z.object({ name: z.string(), schema: z.string(), table: z.string() }).nullable().optional(),
  source: SourceLocation.optional(),
});
export type ConfiguredEntity = z.infer<typeof ConfiguredEntity>;

/** A file under `busm/<module>/sql/`: functions, triggers and views that the model says in SQL. */
export const SqlFile = z.object({ path: z.string(), text: z.string() });
export type SqlFile = z.infer<typeof SqlFile>;

/** Stage 2's artifact: the whole model with nothing left to guess. */
export const Configuration = z.object({
  module: z.object({ name: z.string(), title: z.string(), description: z.string().optional() }),
  subModules: z.array(z.object({ name: z.string(), title: z.string(), entities: z.array(z.string()) })),
  /** In the order of their names. */
  entities: z.array(ConfiguredEntity),
  /** Extensions that the words used in the model need: `postgis` for `geo`. */
  extensions: z.array(z.object({ name: z.string(), neededBy: z.string(), source: SourceLocation.optional() })),
  sqlFiles: z.array(SqlFile),
  /** Files under `busm/<module>/sql/schema/`: database objects of any kind. Absent where there are none. */
  schemaFiles: z.array(SqlFile).optional(),
});
export type Configuration = z.infer<typeof Configuration>;
