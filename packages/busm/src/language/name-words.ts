import { z } from "zod";

/**
 * Names that the model refers to are identifiers, because the generated code uses them as such. Names that only the
 * database sees (`table`, `column`, `schema`) may be any text; the SQL that is made of them is quoted.
 * The messages of the patterns are the keys of `messages.unusableName`.
 */
export const EntityName = z.string().regex(/^[A-Z][A-Za-z0-9]*$/, "entity");
export const EnumName = z.string().regex(/^[A-Z][A-Za-z0-9]*$/, "enum");
export const FieldName = z.string().regex(/^[a-z][A-Za-z0-9_]*$/, "field");
export const ModuleName = z.string().regex(/^[a-z][a-z0-9_-]*$/, "module");
export const DatabaseName = z.string().min(1);

/** Any text for people. */
export const Text = z.string().min(1).max(10_000);
/** An expression in SQL, as the author wrote it. */
export const Sql = z.string().min(1).max(100_000);
