import { z } from "zod";
import { AccessRuleFile } from "./access-rule-file.ts";
import { FieldEntry } from "./field-file.ts";
import { DatabaseName, EntityName, FieldName, Sql, Text } from "./name-words.ts";

/** A ready-made set of fields and behaviours. */
export const Mixin = z.enum(["timestamps", "soft_delete", "owned", "tenant", "audit"]);
/** A ready-made set of fields and behaviours. */
export type Mixin = z.infer<typeof Mixin>;

const UniqueFull = z.strictObject({
  fields: z.array(z.string()).min(1),
  name: DatabaseName.optional(),
  where: Sql.optional().describe("Only rows for which this SQL condition holds."),
  nulls: z
    .enum(["distinct", "equal"])
    .optional()
    .describe("Whether two empty values are the same; `distinct` where absent."),
});
const UniqueEntry = z.union([
  z
    .array(z.string())
    .min(1)
    .transform((fields): z.infer<typeof UniqueFull> => ({ fields })),
  UniqueFull,
]);

const IndexPart = z.union([
  z.strictObject({ field: z.string(), descending: z.boolean().optional() }),
  z.strictObject({ sql: Sql, descending: z.boolean().optional() }),
]);
const IndexOn = z
  .array(z.union([z.string().transform((field): z.infer<typeof IndexPart> => ({ field })), IndexPart]))
  .min(1);
const IndexFull = z.strictObject({
  on: IndexOn,
  name: DatabaseName.optional(),
  unique: z.boolean().optional().describe("No two rows agree in all of it."),
  method: z.enum(["btree", "hash", "gin", "gist", "brin"]).optional(),
  include: z.array(z.string()).optional().describe("Fields that come along without being searched by."),
  where: Sql.optional().describe("Only rows for which this SQL condition holds."),
});
const IndexEntry = z.union([IndexOn.transform((on): z.infer<typeof IndexFull> => ({ on })), IndexFull]);

const CheckFull = z.strictObject({
  sql: Sql,
  message: Text.optional().describe("What people read when it does not hold."),
});
const CheckEntry = z.union([Sql.transform((sql): z.infer<typeof CheckFull> => ({ sql })), CheckFull]);

const RenamedEntity = z.strictObject({
  name: EntityName,
  schema: DatabaseName.optional(),
  table: DatabaseName.optional(),
});

/**
 * An entity file. Parsing gives the full form of everything that has a short one, and takes the full form as well: what
 * was parsed can be stored and parsed again.
 */
export const EntityFile = z.strictObject({
  entity: EntityName.describe("The entity's name: `Account`."),
  label: Text.optional().describe("What people see; derived from the name where absent."),
  plural_label: Text.optional(),
  description: Text.optional().describe("For people who read the model or the database."),
  schema: DatabaseName.optional().describe("The database schema; the module's where absent."),
  table: DatabaseName.optional().describe("The table's name; derived from the entity's where absent: `accounts`."),
  display: z.string().optional().describe("The field that a person recognises a row by."),
  key: z
    .union([z.string().transform((field) => [field]), z.array(z.string()).min(1)])
    .optional()
    .describe("The field or fields that identify a row; a uuid called `id` where absent."),
  key_name: DatabaseName.optional().describe("The name of the primary key; derived from the table's where absent."),
  owner: z.string().optional().describe("The user field that `to: owner` means; `ownerId` with the mixin `owned`."),
  mixins: z.array(Mixin).optional().describe("Ready-made fields and behaviours."),
  fields: z.record(FieldName, FieldEntry),
  unique: z.array(UniqueEntry).optional().describe("Fields that no two rows share: `[[accountId, name]]`."),
  indexes: z.array(IndexEntry).optional(),
  checks: z
    .record(z.string().min(1), CheckEntry)
    .optional()
    .describe("SQL conditions that every row fulfils, by name."),
  access: z
    .union([z.literal("sql"), z.array(AccessRuleFile)])
    .optional()
    .describe(
      "Who may do what. What no rule allows is forbidden. `sql`: it is said in sql/schema/, and nothing is added.",
    ),
  renamed_from: z
    .union([EntityName.transform((name): z.infer<typeof RenamedEntity> => ({ name })), RenamedEntity, z.null()])
    .optional()
    .describe("The entity's former name, so that its rows come along; `null` for an entity that had none and is new."),
});
export type EntityFile = z.infer<typeof EntityFile>;
