import type { Rename } from "@build-it/postgres-schema";

const name = String.raw`(?:"(?:[^"]|"")+"|[^".=\s]+)`;
const whole = new RegExp(`^(enum:)?(${name}(?:\\.${name})*)=(${name})$`);
const eachName = new RegExp(name, "g");

/**
 * `public.accounts=customers` is a table's new name, `public.accounts.name=title` a column's, `enum:public.mood=feeling` an enum's.
 * Names are as they are, not folded to lower case; with a dot, a colon, a blank or an equals sign in them they stand in double
 * quotes. Undefined for anything else.
 */
export function parseRename(written: string): Rename | undefined {
  const [, isEnum, path, to] = whole.exec(written) ?? [];
  if (path === undefined || to === undefined) return undefined;
  const [schema = "", table = "", column, ...more] = [...path.matchAll(eachName)].map(([text]) => read(text));
  if (table === "" || more.length > 0) return undefined;
  if (isEnum !== undefined)
    return column === undefined ? { kind: "enum", schema, from: table, to: read(to) } : undefined;
  return column === undefined
    ? { kind: "table", schema, from: table, to: read(to) }
    : { kind: "column", schema, table, from: column, to: read(to) };
}

const read = (text: string): string => (text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);

/** A rename in the words that `parseRename` reads, quoted for a shell. */
export function printRename(rename: Rename): string {
  const path = rename.kind === "column" ? [rename.schema, rename.table] : [rename.schema];
  const words = `${rename.kind === "enum" ? "enum:" : ""}${[...path, rename.from].map(print).join(".")}=${print(rename.to)}`;
  return /^[\w.:=]+$/.test(words) ? words : `'${words.replaceAll("'", "'\\''")}'`;
}

const print = (word: string): string => (/^[^":.=\s]+$/.test(word) ? word : `"${word.replaceAll('"', '""')}"`);
