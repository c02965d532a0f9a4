import { spelledName } from "./spelled-name.ts";

/**
 * SQL as PostgreSQL prints it, an expression about one row or a clause with some, where a column has another name. Keywords are
 * in capitals, and each name is one token: what stands beside it tells a column from a type, a function, a field or an
 * argument of the same name. SQL that asks other rows stays as it is.
 */
export function renameColumnInSql(text: string, from: string, to: string): string {
  const [before, after] = [spelledName(from), spelledName(to)];
  if (!text.includes(before) || /\bSELECT\b/.test(text)) return text;
  return text.replaceAll(token, (found, ...rest) => {
    const offset = rest.find((part): part is number => typeof part === "number") ?? 0;
    const isColumn =
      found === before && !notBefore.test(text.slice(0, offset)) && !notAfter.test(text.slice(offset + found.length));
    return isColumn ? after : found;
  });
}

/** Strings, names in quotes and plain names. */
const token = /\b[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|[\p{L}_][\p{L}\d_$]*/gu;

/** What comes before a field, a type and the second word of one, an operator class, a collation, a name in XML, a part of a date. */
const notBefore = /(?:[.:]|[\p{Ll}\d_"$] |\b(?:COLLATE|AS|NAME) |\bEXTRACT\()$/u;

/** What comes after a function, a schema and the name of an argument. */
const notAfter = /^(?:[(.]| ?=>)/;
