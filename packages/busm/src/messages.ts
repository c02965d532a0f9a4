import type { Location, ModelProblem } from "./model-problem.ts";
import { byteLength, maxNameBytes } from "./names/name-limits.ts";

/** Every message of the package: what is wrong, why, and what to write instead. */

type Words = Omit<ModelProblem, "code" | "severity" | "location">;

const error = (what: string, location: Location, words: Words): ModelProblem => ({
  code: `busm/${what}`,
  severity: "error",
  ...words,
  location,
});

const meant = (suggestion: string | undefined): string =>
  suggestion === undefined ? "" : ` Did you mean \`${suggestion}\`?`;
const listed = (names: readonly unknown[]): string => names.map((name) => `\`${String(name)}\``).join(", ");

// Files

export const moduleFolderMissing = (at: Location, module: string, modules: readonly string[], suggestion?: string) =>
  error("module_missing", at, {
    message: `There is no module \`${module}\`.${meant(suggestion)}`,
    cause: `A module is a folder with a module.yaml; there ${modules.length === 0 ? "are none" : `is ${listed(modules)}`}.`,
    remedy: `Make the file ${at.file}, or name another module.`,
  });

export const moduleFileMissing = (at: Location) =>
  error("module_file_missing", at, {
    message: `There is no ${at.file}.`,
    cause: "module.yaml names the application and says which entities each of its parts works with.",
    remedy: "Write one: `title: My application`, and `sub_modules:` with `main: [Account]`.",
  });

export const unusableModuleName = (at: Location, module: string) =>
  error("unusable_name", at, {
    message: `\`${module}\` cannot be the name of a module.`,
    cause: "A module is a folder; its name is lower-case letters, digits, - and _, and begins with a letter.",
    remedy: "Name the folder like `crm`.",
  });

export const wrongEnding = (at: Location, ending: string) =>
  error("wrong_ending", at, {
    message: `${at.file} is not read.`,
    cause: `Files in this folder end in ${ending}; anything else would be left out without a word.`,
    remedy: `Rename it so that it ends in ${ending}, or move it out of the module's folder.`,
  });

export const unknownModelFile = (at: Location) =>
  error("unknown_model_file", at, {
    message: `${at.file} is not read.`,
    cause: "Beside the folders `entities`, `sql` and `sql/schema`, a module has module.yaml and enums.yaml.",
    remedy: "If it describes an entity, move it to `entities`.",
  });

export const unreadableFile = (at: Location, reason: string) =>
  error("unreadable_file", at, {
    message: `${at.file} cannot be read.`,
    cause: reason,
    remedy: "Make it a file that this user may read.",
  });

export const fileTooLong = (at: Location, limit: number) =>
  error("file_too_long", at, {
    message: `The file is longer than ${limit} characters.`,
    cause: "A model file is written and read by people.",
    remedy: "Write one entity a file.",
  });

// YAML

export const notYaml = (at: Location, reason: string) =>
  error("not_yaml", at, {
    message: "This is not YAML.",
    cause: reason,
    remedy: "Look at the indentation, at `:` followed by a space, and at quotes and brackets that are not closed.",
  });

export const tooDeeplyNested = (at: Location) =>
  error("too_deeply_nested", at, {
    message: "The file is nested too deeply, or a hundred brackets in it are not closed.",
    remedy: "No model needs more than eight levels. Look for brackets that are not closed.",
  });

export const tabAsIndent = (at: Location) =>
  error("tab_as_indent", at, {
    message: "A tab is used as indentation.",
    cause: "YAML is indented with spaces, because a tab has no fixed width.",
    remedy: "Replace the tab by two spaces.",
  });

export const duplicateKey = (at: Location) =>
  error("duplicate_key", at, {
    message: "This key is there twice.",
    cause: "Only one of the two could count, and nobody would see which.",
    remedy: "Take one of them out, or rename it.",
  });

export const tagNotUsed = (at: Location) =>
  error("tag_not_used", at, {
    message: "Tags (`!…`) have no meaning in a model.",
    remedy: "Take the tag out; put text that begins with `!` in quotes.",
  });

export const aliasesExplode = (at: Location) =>
  error("aliases_explode", at, {
    message: "The aliases (`*name`) of this file repeat too much.",
    cause: "Aliases of aliases can make a small file fill the memory, so their number is limited.",
    remedy: "Write the values out, or use a mixin or a named enum.",
  });

export const aliasToItself = (at: Location) =>
  error("alias_to_itself", at, {
    message: "This alias stands for something that it is a part of.",
    cause: "Written out, it would never end.",
    remedy: "Write the value out.",
  });

export const unstorableCharacter = (at: Location) =>
  error("unstorable_character", at, {
    message: "This text holds a character that no database stores (NUL, or half of a pair).",
    remedy: "Take the character out.",
  });

export const protoWord = (at: Location) =>
  error("reserved_name", at, {
    message: "`__proto__` cannot be used in a model.",
    cause: "JavaScript gives the word a meaning of its own.",
    remedy: "Use another word.",
  });

// Shape

export const unknownKey = (at: Location, key: string, suggestion: string | undefined, known: readonly string[]) =>
  error("unknown_key", at, {
    message: `The key \`${key}\` is not known here.${meant(suggestion)}`,
    cause: `What can stand here: ${listed(known)}.`,
    remedy: suggestion === undefined ? `Take \`${key}\` out.` : `Write \`${suggestion}\` instead of \`${key}\`.`,
  });

export const missingKey = (at: Location, key: string) =>
  error("missing_key", at, {
    message: `\`${key}\` is missing.`,
    remedy: `Add \`${key.split(".").at(-1)}:\`.`,
  });

export const wrongKind = (at: Location, subject: string, found: unknown, expected: readonly string[]) =>
  error("wrong_kind", at, {
    message: `${subject === "" ? "The file" : `\`${subject}\``} cannot be ${describe(found)}.`,
    ...(expected.length > 0 && { cause: `Expected ${expected.join(" or ")}.` }),
    remedy:
      typeof found === "number" || typeof found === "boolean"
        ? `If text is meant, put it in quotes: "${found}".`
        : "Write it in one of the expected forms.",
  });

const describe = (value: unknown): string => {
  if (value === null || value === undefined) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "keys and values";
  if (typeof value === "string") return `the text "${shorten(value)}"`;
  return `${typeof value === "number" ? "the number " : ""}\`${String(value)}\``;
};

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

export const unknownWord = (
  at: Location,
  subject: string,
  found: unknown,
  suggestion: string | undefined,
  known: readonly unknown[],
) =>
  error("unknown_word", at, {
    message: `\`${subject}\` cannot be ${describe(found)}.${meant(suggestion)}`,
    cause: `It is one of ${listed(known)}.`,
    remedy: `Write ${suggestion === undefined ? "one of these words" : `\`${suggestion}\``}.`,
  });

export const unknownType = (at: Location, word: string, suggestion: string | undefined, known: readonly string[]) =>
  error("unknown_type", at, {
    message: `There is no type \`${shorten(word)}\`.${meant(suggestion)}`,
    cause: `The types are ${listed(known)}.`,
    remedy: `Write ${suggestion === undefined ? "one of these words" : `\`${suggestion}\``}, or a reference as \`-> Account\`.`,
  });

export const missingType = (at: Location, name: string) =>
  error("missing_type", at, {
    message: `\`${name}\` has no type.`,
    remedy: `Write \`${name}: string\`, or \`${name}: { type: string, … }\`.`,
  });

export const outOfBounds = (at: Location, subject: string, limit: unknown, isBelow: boolean, isLength: boolean) =>
  error("out_of_bounds", at, {
    message: `\`${subject}\` is ${isLength ? (isBelow ? "too short" : "too long") : isBelow ? "too small" : "too large"}.`,
    cause: `The ${isBelow ? "least" : "most"} is ${String(limit)}.`,
    remedy: "Change it to a value within the limit.",
  });

// Names

const cutOff = "Longer names are cut off without an error, so that two of them can become one.";

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

// References between parts of the model

export const unknownEntity = (at: Location, subject: string, name: string, suggestion: string | undefined) =>
  error("unknown_entity", at, {
    message: `\`${subject}\` refers to \`${shorten(name)}\`, which no file describes.${meant(suggestion)}`,
    cause: "A reference leads to an entity of the same module.",
    remedy:
      suggestion === undefined
        ? `Write entities/${fileNameOf(name)}.yaml, or refer to another.`
        : `Write \`${suggestion}\`.`,
    subject,
  });

const fileNameOf = (entity: string): string => entity.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();

export const unknownField = (at: Location, subject: string, name: string, suggestion: string | undefined) =>
  error("unknown_field", at, {
    message: `\`${subject}\` names the field \`${shorten(name)}\`, which the entity does not have.${meant(suggestion)}`,
    remedy:
      suggestion === undefined ? `Add the field \`${shorten(name)}\`, or name another.` : `Write \`${suggestion}\`.`,
    subject,
  });

export const entitySelectedTwice = (at: Location, subModule: string, entity: string) =>
  error("entity_selected_twice", at, {
    message: `The sub-module \`${subModule}\` selects \`${entity}\` twice.`,
    remedy: "Take one of them out.",
    subject: entity,
  });

export const fieldListedTwice = (at: Location, subject: string, name: string) =>
  error("field_listed_twice", at, {
    message: `\`${subject}\` lists the field \`${name}\` twice.`,
    remedy: "Take one of them out.",
    subject,
  });

export const unknownEnum = (at: Location, subject: string, name: string, suggestion: string | undefined) =>
  error("unknown_enum", at, {
    message: `\`${subject}\` uses the enum \`${name}\`, which enums.yaml does not have.${meant(suggestion)}`,
    remedy:
      suggestion === undefined ? `Add \`${name}: [one, other]\` to enums.yaml.` : `Write \`enum: ${suggestion}\`.`,
    subject,
  });

export const enumWithoutValues = (at: Location, subject: string) =>
  error("enum_without_values", at, {
    message: `\`${subject}\` says neither \`values:\` nor \`enum:\`.`,
    cause: "An enum is a list of values: the field's own, or a named one of enums.yaml.",
    remedy: "Add `values: [one, other]`, or `enum: AccountType`.",
    subject,
  });

export const enumSaidTwice = (at: Location, subject: string) =>
  error("enum_said_twice", at, {
    message: `\`${subject}\` has values of its own and names an enum as well.`,
    remedy: "Keep `values:` (and `storage:`), or `enum:`.",
    subject,
  });

export const duplicateValue = (at: Location, subject: string, value: string) =>
  error("duplicate_value", at, {
    message: `\`${subject}\` lists the value "${shorten(value)}" twice.`,
    remedy: "Take one of them out.",
    subject,
  });

export const enumNameTooLong = (at: Location, name: string) =>
  error("name_too_long", at, {
    message: `The enum name "${name}" is too long: PostgreSQL keeps ${maxNameBytes} bytes.`,
    cause: cutOff,
    remedy: "Shorten the name.",
    subject: name,
  });

export const valueTooLong = (at: Location, subject: string, value: string) =>
  error("value_too_long", at, {
    message: `The value "${shorten(value)}" of \`${subject}\` has ${byteLength(value)} bytes; ${maxNameBytes} are allowed.`,
    cause: "A native enum of PostgreSQL keeps no more.",
    remedy: "Shorten the value; its `label:` may be as long as it likes.",
    subject,
  });

export const mapUnknown = (at: Location, subject: string, value: string, values: readonly string[]) =>
  error("map_unknown", at, {
    message: `\`${subject}\` is to become "${shorten(value)}", which is not among the values.`,
    cause: `The values are ${listed(values)}.`,
    remedy: "Name one of them.",
    subject,
  });

export const mapStillThere = (at: Location, subject: string, value: string) =>
  error("map_still_there", at, {
    message: `\`${subject}\` says where "${shorten(value)}" goes, but the enum still has that value.`,
    remedy: "Take the value out of the enum, or out of `map:`.",
    subject,
  });

export const mapWithoutEnum = (at: Location, subject: string) =>
  error("map_without_enum", at, {
    message: `\`${subject}\` has \`map:\`, but is not an enum.`,
    remedy: "Take `map:` out; `cast:` converts the values of other types.",
    subject,
  });

export const compositeReference = (at: Location, subject: string, target: string) =>
  error("composite_reference", at, {
    message: `\`${subject}\` cannot refer to \`${target}\`, whose key has several fields.`,
    cause: "A reference is one column, so it leads to a key of one field.",
    remedy: `Give \`${target}\` the key \`id\` (take \`key:\` out) and make its fields \`unique:\`.`,
    subject,
  });

export const circularReferences = (at: Location, path: readonly string[]) =>
  error("circular_references", at, {
    message: `These references are all required, and lead in a circle: ${path.join(" -> ")}.`,
    cause: "The first row of either could never be made, because it needs the other one first.",
    remedy: "Make one of them optional (no `required: true`), or `deferrable: true`.",
    subject: path[0] ?? "",
  });

export const referenceLoop = (at: Location, subject: string) =>
  error("reference_loop", at, {
    message: `\`${subject}\` is a key that leads, over other keys, back to itself, so it has no type.`,
    remedy: "Let one of the keys be a uuid.",
    subject,
  });

export const requiredSetNull = (at: Location, subject: string) =>
  error("required_set_null", at, {
    message: `\`${subject}\` is required, so it cannot be emptied by \`set_null\`.`,
    remedy: "Use `on_delete: cascade` or `restrict`, or take `required: true` out.",
    subject,
  });

// Access

export const ownerMissing = (at: Location, entity: string) =>
  error("owner_missing", at, {
    message: `A rule of \`${entity}\` speaks of the owner, but nothing says who that is.`,
    cause: "The owner of a row is the user that one of its fields holds.",
    remedy: "Add `mixins: [owned]`, or `owner:` with the name of a `user` field.",
    subject: entity,
  });

export const ownerNotUser = (at: Location, entity: string, field: string) =>
  error("owner_not_user", at, {
    message: `The owner field \`${field}\` of \`${entity}\` does not hold a user.`,
    remedy: `Write \`${field}: user\`.`,
    subject: entity,
  });

export const userComparison = (at: Location, subject: string) =>
  error("user_comparison", at, {
    message: `\`${subject}\` can only be equal to \`$user\`.`,
    remedy: "Write `{ field: $user }`.",
    subject,
  });

export const userUnfit = (at: Location, subject: string, type: string) =>
  error("user_unfit", at, {
    message: `\`${subject}\` is of type \`${type}\` and cannot be the signed-in user.`,
    remedy: "Compare a field of type `user`.",
    subject,
  });

export const changeWithoutRead = (
  at: Location,
  entity: string,
  to: string,
  changes: readonly string[],
): ModelProblem => ({
  ...error("change_without_read", at, {
    message: `\`${to}\` may ${changes.join(" and ")} rows of \`${entity}\`, but read none of them.`,
    cause: "The database finds the rows to change by reading them, so the rule changes nothing.",
    remedy: `Add \`read\` to what is allowed, or a rule \`allow: read\` for \`${to}\`.`,
    subject: entity,
  }),
  severity: "warning",
});

export const emptyCondition = (at: Location, subject: string) =>
  error("empty_condition", at, {
    message: `\`${subject}\` compares with nothing.`,
    remedy: "Write a value, or `{ in: [one, other] }`, `{ gt: 5 }`, `{ is_null: true }`.",
    subject,
  });

// Options of fields

export const badPattern = (at: Location, subject: string, reason: string) =>
  error("bad_pattern", at, {
    message: `The pattern of \`${subject}\` is not a regular expression.`,
    cause: reason,
    remedy: "Put a backslash before a bracket that stands for itself; in YAML, write patterns in single quotes.",
    subject,
  });

export const minAboveMax = (at: Location, subject: string, min: number, max: number) =>
  error("min_above_max", at, {
    message: `\`${subject}\` allows nothing: min ${min} is above max ${max}.`,
    remedy: "Swap them.",
    subject,
  });

export const scaleAbovePrecision = (at: Location, subject: string, precision: number, scale: number) =>
  error("scale_above_precision", at, {
    message: `\`${subject}\` has ${scale} digits after the point, of ${precision} in all.`,
    remedy: `\`precision\` counts all digits: make it at least ${scale}.`,
    subject,
  });

export const limitOutOfType = (at: Location, subject: string, limit: number, type: string) =>
  error("limit_out_of_type", at, {
    message: `The limit ${limit} of \`${subject}\` is not a number that \`${type}\` can hold.`,
    remedy: "Use a limit within the type, or a larger type.",
    subject,
  });

export const keyOptional = (at: Location, subject: string) =>
  error("key_optional", at, {
    message: `\`${subject}\` is a key and cannot be optional.`,
    remedy: "Take `required: false` out.",
    subject,
  });

export const valueUnfit = (at: Location, subject: string, option: string, value: unknown, reason: string) =>
  error("value_unfit", at, {
    message: `The ${option} of \`${subject}\` cannot be ${describe(value)}.`,
    cause: reason,
    remedy:
      option === "condition"
        ? "Compare with a value that the field can have."
        : `Change the ${option}, or what the field allows; an expression is written as \`{ sql: … }\`.`,
    subject,
  });

export const optionUnfit = (at: Location, subject: string, option: string, what: string) =>
  error("option_unfit", at, {
    message: `\`${option}\` does not go with \`${subject}\`, which is ${what}.`,
    remedy: `Take \`${option}\` out.`,
    subject,
  });

export const keyUnfit = (at: Location, subject: string, type: string) =>
  error("key_unfit", at, {
    message: `\`${subject}\` is of type \`${type}\` and cannot be a key.`,
    cause: "A key is one plain value that is set when the row is made.",
    remedy: "Choose another key, or none: then it is a uuid called `id`.",
    subject,
  });

export const renamedFromTaken = (at: Location, subject: string, former: string) =>
  error("renamed_from_taken", at, {
    message: `\`${subject}\` is renamed from \`${former}\`, which is still there or was claimed already.`,
    cause: "A former name is one that is free now, and can have become only one thing.",
    remedy: `Take \`renamed_from\` out, or \`${former}\`.`,
    subject,
  });
