import { endOfWord, skipQuoted } from "./skip-quoted.ts";

/** A piece of a text, from one offset to another. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** A character outside of all quotes and comments, and in how many brackets it stands; one that opens or closes stands outside. */
interface Character {
  readonly at: number;
  readonly depth: number;
}

/** The characters of SQL text that are not in quotes or comments. */
export function* unquotedCharacters(text: string, from = 0): Generator<Character> {
  let depth = 0;
  for (let at = from; at < text.length; ) {
    const quoted = skipQuoted(text, at);
    if (quoted > at) {
      at = quoted;
      continue;
    }
    const character = text[at] ?? "";
    if (")]".includes(character)) depth -= 1;
    yield { at, depth };
    if ("([".includes(character)) depth += 1;
    at += 1;
  }
}

/** The end of the parentheses that open here. */
export function endOfParentheses(text: string, from: number): number {
  for (const { at, depth } of unquotedCharacters(text, from)) if (depth === 0 && at > from) return at + 1;
  return text.length;
}

/** The pieces between commas, or another sign, that stand in no brackets. */
export function splitAt(text: string, separator: "," | ";"): readonly TextRange[] {
  const pieces: TextRange[] = [];
  let from = 0;
  for (const { at, depth } of unquotedCharacters(text)) {
    if (depth > 0 || text[at] !== separator) continue;
    pieces.push({ from, to: at });
    from = at + 1;
  }
  return [...pieces, { from, to: text.length }];
}

/** The words that stand in no brackets, in upper case. */
export function wordsOutside(text: string): readonly (TextRange & { readonly word: string })[] {
  const words: (TextRange & { readonly word: string })[] = [];
  let next = 0;
  for (const { at, depth } of unquotedCharacters(text)) {
    if (at < next || !/[\p{L}_]/u.test(text[at] ?? "")) continue;
    next = endOfWord(text, at);
    if (depth === 0) words.push({ from: at, to: next, word: text.slice(at, next).toUpperCase() });
  }
  return words;
}
