import { endOfLine, endOfWord, skipComment, skipQuoted } from "./skip-quoted.ts";

/** A piece of a script as psql reads it, with its place: an offset in UTF-16 code units. */
export type ScriptPart =
  | { readonly kind: "statement"; readonly text: string; readonly offset: number }
  /** `COPY … FROM stdin`, and the lines that follow it up to the one with `\.`, which are no SQL. */
  | { readonly kind: "copy"; readonly text: string; readonly rows: string; readonly offset: number }
  /** A backslash command of psql: `\connect crm` is the name `connect` and the arguments `crm`. */
  | { readonly kind: "command"; readonly name: string; readonly argument: string; readonly offset: number };

/**
 * Splits a script the way psql does, by its quotes and semicolons alone: unlike the parser it also takes what is no SQL,
 * the backslash commands and rows of `pg_dump`, and statements of any version of PostgreSQL. What is not ended by a
 * semicolon is a statement all the same.
 */
export function splitScript(script: string): readonly ScriptPart[] {
  const parts: ScriptPart[] = [];
  let at = script.startsWith("\uFEFF") ? 1 : 0;
  while (at < script.length) {
    const start = skipBlank(script, at);
    if (start >= script.length) break;
    if (script[start] === "\\") {
      const end = endOfLine(script, start);
      const [, name = "", argument = ""] = /^\\(\S*)\s*([\s\S]*)$/.exec(script.slice(start, end).trimEnd()) ?? [];
      parts.push({ kind: "command", name, argument, offset: start });
      at = end;
      continue;
    }
    const end = endOfStatement(script, start);
    at = script[end] === ";" ? end + 1 : end;
    const text = script.slice(start, end).trimEnd();
    if (text === "") continue;
    if (!/^copy\b[\s\S]*\bfrom\s+stdin\b/i.test(text)) {
      parts.push({ kind: "statement", text, offset: start });
      continue;
    }
    const first = endOfLine(script, at) + 1;
    const last = /^\\\.[^\S\n]*\r?$/m.exec(script.slice(first));
    const length = last === null ? script.length - first : last.index;
    parts.push({ kind: "copy", text, rows: script.slice(first, first + length), offset: start });
    at = last === null ? script.length : endOfLine(script, first + length);
  }
  return parts;
}

/** The end of what makes no statement: spaces and comments. */
function skipBlank(script: string, from: number): number {
  let at = from;
  for (;;) {
    const blank = /\s*/y;
    blank.lastIndex = at;
    blank.test(script);
    at = blank.lastIndex;
    const after = skipComment(script, at);
    // A semicolon by itself is an empty statement.
    if (after === at && script[at] !== ";") return at;
    at = after === at ? at + 1 : after;
  }
}

/** The position of the semicolon that ends a statement, or of the backslash or the end that cuts it off. */
function endOfStatement(script: string, from: number): number {
  let at = from;
  let parentheses = 0;
  // The body of a function in SQL may hold statements of its own: BEGIN ATOMIC … END.
  let blocks = 0;
  const firstWords: string[] = [];
  while (at < script.length) {
    const character = script[at] ?? "";
    const skipped = skipQuoted(script, at);
    if (skipped > at) {
      at = skipped;
    } else if (/[\p{L}_]/u.test(character)) {
      const end = endOfWord(script, at);
      const word = script.slice(at, end).toLowerCase();
      if (firstWords.length < 4) firstWords.push(word);
      if (makesRoutine(firstWords) && parentheses === 0) {
        if (word === "begin" || (blocks > 0 && word === "case")) blocks += 1;
        else if (word === "end" && blocks > 0) blocks -= 1;
      }
      at = end;
    } else {
      if (character === "(") parentheses += 1;
      if (character === ")") parentheses = Math.max(0, parentheses - 1);
      if (character === "\\" || (character === ";" && parentheses === 0 && blocks === 0)) return at;
      at += 1;
    }
  }
  return script.length;
}

/** CREATE [OR REPLACE] FUNCTION or PROCEDURE. */
const makesRoutine = (words: readonly string[]): boolean =>
  /^create (or replace )?(function|procedure)\b/.test(words.join(" "));
