import { endOfWord, skipComment, skipQuoted } from "./skip-quoted.ts";

/** A name in SQL text, or a string. */
export interface SqlWord {
  /** A keyword is a word like any other. */
  readonly kind: "word" | "quoted" | "string";
  /** As PostgreSQL reads it: a word in lower case, a quoted name without its quotes, of a string what it holds. */
  readonly text: string;
  /** From the beginning of the text, in UTF-16 code units. */
  readonly offset: number;
  readonly end: number;
  /** How many strings it stands in: what a string holds may be SQL too. */
  readonly depth: number;
}

/**
 * The names and strings of SQL text, in its order; each string is followed by what is in it. Comments have none. Takes any
 * text, whatever dialect it is of: the body of a function in PL/pgSQL too.
 */
export const scanWords = (text: string): readonly SqlWord[] => wordsIn({ text, placeOf: (index) => index }, 0);

/** What text means, and where each of its characters stands. */
interface Content {
  readonly text: string;
  readonly placeOf: (index: number) => number;
}

function wordsIn({ text, placeOf }: Content, depth: number): readonly SqlWord[] {
  const words: SqlWord[] = [];
  let at = 0;
  while (at < text.length) {
    const start = at;
    const character = text[at] ?? "";
    const comment = skipComment(text, at);
    const quoted = comment > at ? at : skipQuoted(text, at);
    const place = () => ({ offset: placeOf(start), end: placeOf(at - 1) + 1, depth });
    if (comment > at) at = comment;
    else if (quoted > at) {
      at = quoted;
      const content = contentOf(text, start, at);
      if (character === '"') words.push({ kind: "quoted", text: content.text, ...place() });
      else {
        words.push({ kind: "string", text: content.text, ...place() });
        const placeInText = (index: number): number => placeOf(content.placeOf(index));
        words.push(...wordsIn({ text: content.text, placeOf: placeInText }, depth + 1));
      }
    } else if (/[\p{L}_]/u.test(character)) {
      at = endOfWord(text, at);
      words.push({ kind: "word", text: inLowerCase(text.slice(start, at)), ...place() });
    } else if (/\d/.test(character)) at = endOfNumber(text, at);
    else at += 1;
  }
  return words;
}

/** PostgreSQL leaves letters beyond ASCII as they are. */
const inLowerCase = (word: string): string => word.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());

/** The letters in `1e6` and `0xff` are no word. */
function endOfNumber(text: string, from: number): number {
  const number = /[\w.]+/y;
  number.lastIndex = from;
  return number.test(text) ? number.lastIndex : from + 1;
}

const escapes: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

/** What stands between quotes: the quotes of a string or a name, or those of dollar signs. */
function contentOf(text: string, start: number, end: number): Content {
  const [tag] = /^\$[^$]*\$/.exec(text.slice(start, end)) ?? [];
  if (tag !== undefined)
    return {
      text: text.slice(start + tag.length, Math.max(start + tag.length, end - tag.length)),
      placeOf: (index) => start + tag.length + index,
    };
  const escaped = text[start] !== "'" && text[start] !== '"';
  const first = start + (escaped ? 2 : 1);
  const quote = text[first - 1] ?? "";
  const last = text[end - 1] === quote && end > first ? end - 1 : end;
  const places: number[] = [];
  let content = "";
  for (let at = first; at < last; at += 1) {
    places.push(at);
    if (escaped && text[at] === "\\") {
      at += 1;
      content += escapes[text[at] ?? ""] ?? text[at] ?? "";
      continue;
    }
    content += text[at] ?? "";
    if (text[at] === quote && text[at + 1] === quote) at += 1;
  }
  return { text: content, placeOf: (index) => places[index] ?? end };
}
