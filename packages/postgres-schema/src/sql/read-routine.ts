import { type SqlWord, scanWords } from "./scan-words.ts";

/** CREATE FUNCTION or CREATE PROCEDURE with a body in a string, which PostgreSQL does not look into before it runs. */
export interface RoutineText {
  readonly name: string;
  /** What the string holds. */
  readonly body: string;
  /** All words of the statement, those of the body among them; offsets are from the beginning of the statement. */
  readonly words: readonly SqlWord[];
  /** Those of the body. */
  readonly bodyWords: readonly SqlWord[];
}

/** A statement that makes a routine; null for any other, and for one whose body is parsed when it is made (BEGIN ATOMIC, RETURN). */
export function readRoutine(statement: string): RoutineText | null {
  if (!/\b(function|procedure)\b/i.test(statement)) return null;
  const words = scanWords(statement);
  const isWord = (word: SqlWord | undefined, ...texts: readonly string[]): boolean =>
    word?.kind === "word" && texts.includes(word.text);
  const kind = words.slice(0, 4).findIndex((word) => isWord(word, "function", "procedure"));
  if (kind < 0 || !isWord(words[0], "create")) return null;
  const [first, second] = [words[kind + 1], words[kind + 2]];
  if (first === undefined) return null;
  const isQualified = second !== undefined && /^\s*\.\s*$/.test(statement.slice(first.end, second.offset));
  const as = words.findIndex(
    (word, index) => word.depth === 0 && isWord(word, "as") && words[index + 1]?.kind === "string",
  );
  const string = words[as + 1];
  if (as < 0 || string === undefined) return null;
  return {
    name: isQualified ? second.text : first.text,
    body: string.text,
    words,
    bodyWords: words.filter(({ depth, offset }) => depth > 0 && offset > string.offset && offset < string.end),
  };
}
