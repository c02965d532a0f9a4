import { z } from "zod";

/** Stage 3's artifact: what each screen shows, without saying how it looks. */

/** How a value is shown and entered. */
export const Widget = z.enum([
  "text",
  "multiline",
  "number",
  "checkbox",
  "date",
  "time",
  "datetime",
  "select",
  "reference",
  "json",
  "email",
  "url",
  "tel",
  "color",
  "list",
]);
export type Widget = z.infer<typeof Widget>;

/** One value on a screen: which column it is, how it is shown and what may be entered. */
export const ViewField = z.object({
  /** The column, as the table types name it. */
  column: z.string(),
  label: z.string(),
  help: z.string().optional(),
  widget: Widget,
  required: z.boolean(),
  /** Set once, when the row is made: the form of an existing row shows it without letting it change. */
  immutable: z.boolean().optional(),
  /** What a new row's form starts with, where the default is a plain value. */
  initial: z.union([z.string(), z.number(), z.boolean()]).optional(),
  /** Choices of a select. */
  options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  /** What a reference points at: another entity's view, its key column and the column to show. */
  reference: z
    .object({ entity: z.string(), table: z.string(), keyColumn: z.string(), displayColumn: z.string() })
    .optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  maxLength: z.number().int().optional(),
  pattern: z.string().optional(),
});
export type ViewField = z.infer<typeof ViewField>;

/** The three screens of an entity: list, detail and form. */
export const EntityViews = z.object({
  entity: z.string(),
  /** kebab-case, for file names and addresses: `sales-order`. */
  slug: z.string(),
  label: z.string(),
  pluralLabel: z.string(),
  schema: z.string(),
  table: z.string(),
  keyColumns: z.array(z.string()).min(1),
  displayColumn: z.string(),
  list: z.object({ columns: z.array(ViewField), orderBy: z.string(), searchColumns: z.array(z.string()) }),
  detail: z.object({
    fields: z.array(ViewField),
    related: z.array(z.object({ entity: z.string(), table: z.string(), column: z.string(), label: z.string() })),
  }),
  form: z.object({
    fields: z.array(ViewField),
    canCreate: z.boolean(),
    canUpdate: z.boolean(),
    canDelete: z.boolean(),
  }),
});
export type EntityViews = z.infer<typeof EntityViews>;

/** Stage 3's artifact: the navigation, and the screens of every entity. */
export const ViewModels = z.object({
  title: z.string(),
  /** The navigation: a sub-module and its entities. */
  navigation: z.array(z.object({ title: z.string(), entities: z.array(z.string()) })),
  entities: z.array(EntityViews),
});
export type ViewModels = z.infer<typeof ViewModels>;
