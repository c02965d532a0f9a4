import type { SchemaObject } from "./objects.ts";
import { spelledName } from "./spelled-name.ts";

/** A type by another name: a native enum, or a table, whose rows are of a type of its name. */
export interface TypeRename {
  readonly schema: string;
  readonly from: string;
  readonly to: string;
}

/** What an object is after the rename of a native enum. */
export function enumRenamer(rename: TypeRename): (object: SchemaObject) => SchemaObject {
  const renamed = typeRenamer(rename);
  const { schema, from, to } = rename;
  return (object) => {
    if (object.kind !== "enum") return renamed(object);
    return object.schema === schema && object.name === from ? { ...object, name: to } : object;
  };
}

/**
 * What an object is after the rename of a type. PostgreSQL binds an expression to its types, so the types that it casts to follow,
 * as those of columns and arguments do; what is said in strings, bodies among them, stays.
 */
export function typeRenamer({ schema, from, to }: TypeRename): <T extends SchemaObject>(object: T) => T {
  const [before = "", after = ""] = [from, to].map((name) => `${spelledName(schema)}.${spelledName(name)}`);
  const places = new RegExp([strings, unquoted(before), namesAndComments].join("|"), "g");
  const rename = (text: string): string =>
    text.includes(before) ? text.replaceAll(places, (found) => (found === before ? after : found)) : text;
  return (object) => renameTypes(object, rename);
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

/** The same object where it mentions none: most do not. */
function renameTypes<Whole extends object>(whole: Whole, rename: (text: string) => string): Whole {
  let now: Record<string, unknown> | undefined;
  for (const [name, value] of Object.entries(whole)) {
    if (!attributesInSql.has(name)) continue;
    const renamed = renameWithin(value, rename);
    if (renamed !== value) now = { ...(now ?? whole), [name]: renamed };
  }
  return (now as Whole | undefined) ?? whole;
}

function renameWithin(value: unknown, rename: (text: string) => string): unknown {
  if (typeof value === "string") return rename(value);
  if (Array.isArray(value)) {
    const renamed = value.map((element) => renameWithin(element, rename));
    return renamed.some((element, place) => element !== value[place]) ? renamed : value;
  }
  return typeof value === "object" && value !== null ? renameTypes(value, rename) : value;
}

/** Strings and bodies. */
const strings = /\b[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|(\$\w*\$)[\s\S]*?\1/.source;

const namesAndComments = /"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\//.source;

/** A name that is no part of a longer one, and no function's. */
const unquoted = (name: string): string => `(?<![\\w$."])${name.replaceAll(/[^\w "]/g, String.raw`\$&`)}(?![\\w$."(])`;
