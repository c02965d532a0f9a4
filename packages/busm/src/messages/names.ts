import type { Location } from "../model-problem.ts";
import { byteLength, maxNameBytes } from "../names/name-limits.ts";
import { cutOff, error, shorten } from "./words.ts";

/** Messages about names. */

const nameRules: Readonly<Record<string, readonly [rule: string, example: string]>> = {
  entity: ["letters and digits, beginning with a capital", "InvoiceLine"],
  enum: ["letters and digits, beginning with a capital", "AccountType"],
  field: ["letters, digits and _, beginning with a small letter", "accountId"],
  module: ["small letters, digits, - and _, beginning with a letter", "customers"],
};

export const unusableName = (at: Location, kind: string, name: string) => {
  const [rule, example] = nameRules[kind] ?? ["another form", "name"];
  return error("unusable_name", at, {
    message: `"${shorten(name)}" cannot be the name of ${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind}.`,
    cause: `Generated code uses the name as an identifier: ${rule}.`,
    remedy: `Write it like \`${example}\`. Any text goes as \`label:\`, and as \`table:\` or \`column:\` for the database's name.`,
  });
};

export const nameTooLong = (at: Location, kind: string, name: string, override: string) =>
  error("name_too_long", at, {
    message: `The ${kind} name "${name}" has ${byteLength(name)} bytes; PostgreSQL keeps ${maxNameBytes}.`,
    cause: cutOff,
    remedy: `Shorten the name, or give the database a shorter one with \`${override}:\`.`,
  });

export const reservedSchema = (at: Location, schema: string) =>
  error("reserved_name", at, {
    message: `"${schema}" cannot be the schema of entities.`,
    cause: "It belongs to PostgreSQL, to BUILD IT or to Supabase.",
    remedy: "Choose another schema, or none: then it is `public`.",
  });

export const systemColumn = (at: Location, subject: string, column: string) =>
  error("reserved_name", at, {
    message: `The column of \`${subject}\` cannot be called "${column}".`,
    cause: "Every table of PostgreSQL has a hidden column of that name.",
    remedy: `Rename the field, or give it \`column: ${column}_value\`.`,
    subject,
  });

export const builtInName = (at: Location, name: string) =>
  error("reserved_name", at, {
    message: `"${name}" cannot be the name of a field.`,
    cause: "Every JavaScript object has something of that name already.",
    remedy: "Choose another name; `label:` says what people see, and `column:` what the database does.",
  });

export const duplicateEntity = (at: Location, entity: string, other: Location) =>
  error("duplicate_entity", at, {
    message: `There are two entities \`${entity}\`.`,
    cause: `The other one is in ${other.file}, line ${other.line}.`,
    remedy: "Rename one of them, or put their fields together.",
    subject: entity,
  });

export const duplicateTable = (at: Location, entity: string, table: string, other: string) =>
  error("duplicate_table", at, {
    message: `\`${entity}\` and \`${other}\` would have the same table, "${table}".`,
    cause: "Each entity has a table of its own.",
    remedy: `Give one of them another: \`table: other_${table}\`.`,
    subject: entity,
  });

export const duplicateColumn = (at: Location, subject: string, column: string, other: string) =>
  error("duplicate_column", at, {
    message: `\`${subject}\` and \`${other}\` would have the same column, "${column}".`,
    cause: "Each field has a column of its own.",
    remedy: `Take one of them out, or give it another: \`column: other_${column}\`.`,
    subject,
  });

export const mixinFieldTwice = (at: Location, subject: string, mixin: string) =>
  error("field_twice", at, {
    message: `\`${subject}\` is there twice: the mixin \`${mixin}\` brings it as well.`,
    remedy: `Take the field out, or the mixin \`${mixin}\`.`,
    subject,
  });

export const duplicateName = (at: Location, kind: string, name: string) =>
  error("duplicate_name", at, {
    message: `Two ${kind} are called "${name}".`,
    remedy: "Rename one of them.",
  });
