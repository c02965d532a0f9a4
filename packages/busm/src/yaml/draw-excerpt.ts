/** What a text is cut to on either side of the word, so that a line of a megabyte stays readable. */
const widest = 120;

/**
 * The line of `text` that starts at `lineStart`, and below it carets under `[start, end)`, cut at the line's end.
 * Offsets are UTF-16 code units.
 */
export const drawExcerpt = (text: string, lineStart: number, start: number, end: number): string => {
  const line = lineAt(text, lineStart);
  const from = start - lineStart;
  const to = Math.max(from + 1, Math.min(end - lineStart, line.length));
  const cut = from > widest / 2 ? from - widest / 2 : 0;
  const shown = line.slice(cut, cut + widest);
  // Tabs stay tabs, so that the carets stand below the word however wide an editor draws them.
  const indent = shown.slice(0, from - cut).replace(/[^\t]/g, " ");
  const carets = "^".repeat(Math.max(1, Math.min(to - from, widest - indent.length)));
  return `${shown}\n${indent.padEnd(from - cut)}${carets}`;
};

const lineAt = (text: string, lineStart: number): string => {
  const end = text.slice(lineStart).search(/\r?\n/);
  return end === -1 ? text.slice(lineStart) : text.slice(lineStart, lineStart + end);
};
