import { endOfParentheses, splitAt, type TextRange, unquotedCharacters, wordsOutside } from "./unquoted-characters.ts";

const verbs = new Set(["SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "VALUES"]);
const joining = new Set(["UNION", "INTERSECT", "EXCEPT"]);
const afterSelection = new Set([
  "INTO",
  "FROM",
  "WHERE",
  "GROUP",
  "HAVING",
  "WINDOW",
  "ORDER",
  "LIMIT",
  "OFFSET",
  "FETCH",
  "FOR",
]);

/** The expressions that a statement gives as a row: after SELECT or RETURNING. Null for what has none, and for several queries in one. */
export function resultList(statement: string): TextRange | null {
  const words = wordsOutside(statement);
  const verb = words.find(({ word }) => verbs.has(word));
  if (verb === undefined || words.some(({ word }) => joining.has(word))) return null;
  if (verb.word !== "SELECT") {
    const returning = words.findLast(({ word }) => word === "RETURNING");
    return returning === undefined ? null : { from: returning.to, to: statement.length };
  }
  const end = words.find(({ word, from }) => from > verb.from && afterSelection.has(word));
  return { from: startOfSelection(statement, verb.to), to: end?.from ?? statement.length };
}

function startOfSelection(statement: string, from: number): number {
  const distinct = /\s+DISTINCT(\s+ON\s+\()?/iy;
  distinct.lastIndex = from;
  const found = distinct.exec(statement);
  if (found === null) return from;
  return found[1] === undefined ? distinct.lastIndex : endOfParentheses(statement, distinct.lastIndex - 1);
}

/** The last statement of a routine's body that PostgreSQL has parsed, in its definition; null where the body is a string. */
export function lastStatementOf(definition: string): TextRange | null {
  for (const { at, depth } of unquotedCharacters(definition)) {
    if (depth > 0 || definition[at - 1] !== "\n") continue;
    if (definition.startsWith("RETURN ", at)) return { from: at, to: definition.length };
    if (!definition.startsWith("BEGIN ATOMIC\n", at)) continue;
    const from = at + "BEGIN ATOMIC\n".length;
    const body = definition.slice(from, definition.lastIndexOf("END"));
    const last = splitAt(body, ";").findLast((piece) => body.slice(piece.from, piece.to).trim() !== "");
    return last === undefined ? null : { from: from + last.from, to: from + last.to };
  }
  return null;
}
