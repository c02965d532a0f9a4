import { decimalWords, rangeWords, shortWords, textWords } from "./type-words.ts";

const oneOf = (words: readonly string[]) => `(?:${words.join("|")})`;

/** What a short type may look like, for editors: `string`, `string(100)`, `decimal(10,2)`, `list<string>`, `-> Account`. */
export const shortTypePatterns: readonly string[] = [
  `^${oneOf(textWords)}\\(\\d+\\)$`,
  `^${oneOf(decimalWords)}\\(\\d+, ?\\d+\\)$`,
  "^vector\\(\\d+\\)$",
  `^list<${oneOf(shortWords)}>$`,
  `^range<${oneOf(rangeWords)}>$`,
  "^-> ?[A-Z][A-Za-z0-9]*$",
];

const reference = /^->\s*(.+)$/s;
const ofAnother = /^(list|range)<([^<>]+)>$/;
const sized = /^([a-z]+)\((\d{1,9})(?:,\s*(\d{1,9}))?\)$/;

/** The full form of a short one: `string(100)` -> `{ type: string, max: 100 }`. What it does not know, it takes for a word. */
export const parseShortType = (text: string): { readonly type: string; readonly [option: string]: unknown } => {
  const to = reference.exec(text)?.[1];
  if (to !== undefined) return { type: "reference", to: to.trim() };
  const [, container, inner] = ofAnother.exec(text) ?? [];
  if (container === "range") return { type: container, of: inner };
  if (container === "list" && inner !== undefined) return { type: container, of: parseShortType(inner) };
  const [, word, first, second] = sized.exec(text) ?? [];
  if (word !== undefined && first !== undefined) return { type: word, ...sizeOf(word, Number(first), second) };
  return { type: text };
};

/** The keys of the full form, as text: `type: string, max: 100`. Undefined where the text is no short form of more than a word. */
export const writeOutShortType = (text: string): string | undefined => {
  if (!shortTypePatterns.some((pattern) => new RegExp(pattern).test(text))) return undefined;
  const { of, ...options } = parseShortType(text);
  const written = Object.entries(options).map(([key, value]) => `${key}: ${value}`);
  return [...written, ...(of === undefined ? [] : [`of: ${ofAnother.exec(text)?.[2]}`])].join(", ");
};

const sizeOf = (word: string, first: number, second: string | undefined): Record<string, number> => {
  if (word === "vector") return { dimensions: first };
  if ((decimalWords as readonly string[]).includes(word)) return { precision: first, scale: Number(second ?? 0) };
  return { max: first };
};
