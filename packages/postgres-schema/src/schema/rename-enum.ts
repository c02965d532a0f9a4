import type { SchemaObject } from "./objects.ts";
import { spelledName } from "./spelled-name.ts";

/** A native enum by another name. */
export interface EnumRename {
  readonly schema: string;
  readonly from: string;
  readonly to: string;
}

/**
 * An object after the rename of an enum. PostgreSQL binds an expression to its types, so the types that it casts to follow,
 * as those of columns and arguments do; what is said in strings, bodies among them, stays.
 */
export function renameEnumIn(object: SchemaObject, { schema, from, to }: EnumRename): SchemaObject {
  if (object.kind === "enum")
    return object.schema === schema && object.name === from ? { ...object, name: to } : object;
  const [before = "", after = ""] = [from, to].map((name) => `${spelledName(schema)}.${spelledName(name)}`);
  const places = new RegExp(`${quoted.source}|${unquoted(before)}`, "g");
  const rename = (text: string): string =>
    text.includes(before) ? text.replaceAll(places, (found) => (found === before ? after : found)) : text;
  return renameTypes(object, rename);
}

/** Attributes that are SQL, or hold parts that are. */
const attributesInSql: ReadonlySet<string> = new Set([
  "type",
  "arguments",
  "attributes",
  "resultColumns",
  "signature",
  "definition",
  "expression",
  "generated",
  "keys",
  "where",
  "using",
  "check",
  "default",
  "own",
  "inherited",
  "source",
  "target",
]);

function renameTypes<Whole extends object>(whole: Whole, rename: (text: string) => string): Whole {
  const renamed = (value: unknown): unknown => {
    if (typeof value === "string") return rename(value);
    if (Array.isArray(value)) return value.map(renamed);
    return typeof value === "object" && value !== null ? renameTypes(value, rename) : value;
  };
  return Object.fromEntries(
    Object.entries(whole).map(([name, value]) => [name, attributesInSql.has(name) ? renamed(value) : value]),
  ) as Whole;
}

/** Strings, bodies and comments. */
const quoted = /\b[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|(\$\w*\$)[\s\S]*?\1|--[^\n]*|\/\*[\s\S]*?\*\//;

/** A name that is no part of a longer one. */
const unquoted = (name: string): string => `(?<![\\w$."])${name.replaceAll(/[^\w "]/g, String.raw`\$&`)}(?![\\w$."])`;
