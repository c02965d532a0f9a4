import type { FieldFile, ScalarFile } from "../language/field-file.ts";
import type { EnumsFile } from "../language/module-file.ts";
import type { decimalWords, wholeNumberWords } from "../language/type-words.ts";
import { suggestName } from "../names/suggest-name.ts";
import { rangeOfWord } from "./number-ranges.ts";

type Enum = Extract<ScalarFile, { readonly type: "enum" }>;

/** The values of an enum, its own or those of the named one; undefined where those are not known. */
export const valuesOf = ({ enum: name, values }: Enum, enums: EnumsFile): readonly string[] | undefined => {
  const chosen = name === undefined ? values : Object.hasOwn(enums, name) ? enums[name]?.values : undefined;
  return chosen?.map(({ value }) => value);
};

/** Why a literal cannot be a value of a type, as a sentence; undefined where it can. */
export const explainUnfitValue = (
  type: FieldFile | ScalarFile,
  value: unknown,
  enums: EnumsFile,
): string | undefined => {
  switch (type.type) {
    case "string":
    case "text":
    case "email":
    case "url":
    case "phone":
    case "slug":
    case "color":
    case "markdown":
      return explainText(type, value);
    case "smallint":
    case "integer":
    case "bigint":
    case "float":
    case "decimal":
    case "money":
    case "percent":
      return explainNumber(type, value);
    case "enum":
      return explainEnum(type, value, enums);
    case "list":
      if (!Array.isArray(value)) return "A list is written as `[one, other]`.";
      return value.map((item) => explainUnfitValue(type.of, item, enums)).find((reason) => reason !== undefined);
    case "boolean":
      return typeof value === "boolean" ? undefined : "It is `true` or `false`.";
    case "date":
      return matches(value, /^\d{4}-\d{2}-\d{2}$/) ? undefined : "A date is written as 2024-12-31, or as `today`.";
    case "time":
      return matches(value, /^\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/) ? undefined : "A time is written as 17:30, or as `now`.";
    case "datetime":
      return matches(value, /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/)
        ? undefined
        : "A point in time is written as 2024-12-31T17:30:00Z, or as `now`.";
    case "uuid":
      return matches(value, uuid) ? undefined : "A uuid is 32 hexadecimal digits with four dashes, or the word `uuid`.";
    case "user":
      return matches(value, uuid) ? undefined : "A user is a uuid, or the word `user`.";
    case "json":
    case "postgres":
      return undefined;
    case "search":
    case "computed":
    case "identity":
      return "The database makes this value.";
    case "reference":
      return typeof value === "string" || typeof value === "number" ? undefined : "It is the key of another row.";
    default:
      return typeof value === "string" ? undefined : "It is written as text.";
  }
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const matches = (value: unknown, form: RegExp): boolean => typeof value === "string" && form.test(value);

type TextType = Extract<ScalarFile, { readonly pattern?: string | undefined }>;

const explainText = ({ min, max, pattern }: TextType, value: unknown): string | undefined => {
  if (typeof value !== "string") return `It is text; put it in quotes: "${String(value)}".`;
  // PostgreSQL counts characters, not UTF-16 code units.
  const length = [...value].length;
  if (max !== undefined && length > max) return `It has ${length} characters, and ${max} are allowed.`;
  if (min !== undefined && length < min) return `It has ${length} characters, and ${min} are needed.`;
  if (pattern !== undefined && !matchesPattern(pattern, value)) return `It does not match the pattern ${pattern}.`;
  return undefined;
};

/** A pattern that is none is reported by itself. */
const matchesPattern = (pattern: string, value: string): boolean => {
  try {
    return new RegExp(pattern, "u").test(value);
  } catch {
    return true;
  }
};

type NumberWord = (typeof wholeNumberWords)[number] | (typeof decimalWords)[number] | "float";
type NumberType = Extract<ScalarFile, { readonly type: NumberWord }>;

const explainNumber = (type: NumberType, value: unknown): string | undefined => {
  if (typeof value !== "number") return "It is a number, written without quotes.";
  const range = rangeOfWord(type);
  if (range?.isWhole && !Number.isInteger(value)) return "It is a whole number.";
  const { min = range?.min, max = range?.max } = type;
  if (min !== undefined && value < min) return `The smallest value is ${min}.`;
  if (max !== undefined && value > max) return `The largest value is ${max}.`;
  return undefined;
};

const explainEnum = (type: Enum, value: unknown, enums: EnumsFile): string | undefined => {
  const values = valuesOf(type, enums);
  if (values === undefined || (typeof value === "string" && values.includes(value))) return undefined;
  const suggestion = suggestName(String(value), values);
  const known = values.map((known) => `\`${known}\``).join(", ");
  return `The values are ${known}.${suggestion === undefined ? "" : ` Did you mean \`${suggestion}\`?`}`;
};
