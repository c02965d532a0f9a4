import { stripVTControlCharacters } from "node:util";

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** How many columns a text takes on a terminal: colours take none, East Asian letters and emoji two. */
export function measureText(text: string): number {
  let width = 0;
  for (const { segment } of segmenter.segment(stripVTControlCharacters(text))) width += widthOf(segment);
  return width;
}

const zeroWidth = /^[\p{Control}\p{Mark}\p{Format}\p{Surrogate}]+$/u;
const emoji = /\p{Emoji_Presentation}|\uFE0F/u;

function widthOf(grapheme: string): number {
  if (zeroWidth.test(grapheme)) return 0;
  return emoji.test(grapheme) || isWide(grapheme.codePointAt(0) ?? 0) ? 2 : 1;
}

/** The blocks that Unicode's East Asian Width calls wide or full-width. */
const wideBlocks: readonly (readonly [from: number, to: number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];

const isWide = (point: number): boolean => wideBlocks.some(([from, to]) => point >= from && point <= to);

/** Cuts a plain text to a width, with `ellipsis` where something is missing. */
export function truncateText(text: string, width: number, ellipsis: string): string {
  if (measureText(text) <= width) return text;
  const room = width - measureText(ellipsis);
  let kept = "";
  let used = 0;
  for (const { segment } of segmenter.segment(text)) {
    used += widthOf(segment);
    if (used > room) break;
    kept += segment;
  }
  return kept + ellipsis;
}

/** Fills a text with spaces up to a width. */
export const padText = (text: string, width: number): string =>
  text + " ".repeat(Math.max(0, width - measureText(text)));

/** Breaks a plain text into lines of a width, between words where it can. */
export function wrapText(text: string, width: number): readonly string[] {
  return text.split("\n").flatMap((line) => wrapLine(line, width));
}

function wrapLine(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(/(?<= )/)) {
    if (current !== "" && measureText((current + word).trimEnd()) > width) {
      lines.push(current.trimEnd());
      current = "";
    }
    current += word;
    while (measureText(current.trimEnd()) > width) {
      const cut = truncateText(current, width, "");
      lines.push(cut);
      current = current.slice(cut.length);
    }
  }
  return [...lines, current.trimEnd()];
}

/** Text from a model or a database as it may be shown: control characters, which could steer the terminal, made visible. */
export const printableText = (text: string): string =>
  text
    .replaceAll("\t", "  ")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are taken out.
    .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "\u{fffd}");
