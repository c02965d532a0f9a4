import type { SchemaObject } from "./objects.ts";
import { spelledName } from "./spelled-name.ts";

/** A type by another name: a native enum, or a table, whose rows are of a type of its name. */
export interface TypeRename {
  readonly schema: string;
  readonly from: string;
  readonly to: string;
}

export const renameEnumIn = (object: SchemaObject, rename: TypeRename): SchemaObject =>
  object.kind !== "enum"
    ? renameTypeIn(object, rename)
    : object.schema === rename.schema && object.name === rename.from
      ? { ...object, name: rename.to }
      : object;

/**
 * An object after the rename of a type. PostgreSQL binds an expression to its types, so the types that it casts to follow,
 * as those of columns and arguments do; what is said in strings, bodies among them, stays.
 */
export function renameTypeIn<T extends SchemaObject>(object: T, { schema, from, to }: TypeRename): T {
  const [before = "", after = ""] = [from, to].map((name) => `${spelledName(schema)}.${spelledName(name)}`);
  const places = new RegExp([strings, unquoted(before), namesAndComments].join("|"), "g");
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
  "members",
  "details",
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

/** Strings and bodies. */
const strings = /\b[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|(\$\w*\$)[\s\S]*?\1/.source;

const namesAndComments = /"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\//.source;

/** A name that is no part of a longer one, and no function's. */
const unquoted = (name: string): string => `(?<![\\w$."])${name.replaceAll(/[^\w "]/g, String.raw`\$&`)}(?![\\w$."(])`;
