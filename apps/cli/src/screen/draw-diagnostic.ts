import type { Diagnostic } from "@build-it/stage-contract";
import { measureText, printableText, truncateText, wrapText } from "./measure-text.ts";
import type { Style } from "./style.ts";

/**
 * A diagnostic as people read it: what happened, with its code; where, with the line and a caret; what was expected and
 * found; why; and what to do.
 */
export function drawDiagnostic(diagnostic: Diagnostic, columns: number, style: Style): readonly string[] {
  const { paint } = style;
  const look = {
    error: { mark: style.cross, paint: paint.red },
    warning: { mark: style.warning, paint: paint.yellow },
    note: { mark: style.note, paint: paint.cyan },
  }[diagnostic.severity];
  const [first = "", ...rest] = wrapText(printableText(diagnostic.message), columns - 2);
  return [
    `${look.paint(look.mark)} ${paint.bold(first)}`,
    ...rest.map((line) => `  ${paint.bold(line)}`),
    `  ${paint.dim(diagnostic.code)}`,
    ...drawLocation(diagnostic, columns, look.paint, style),
    ...labelled("expected", diagnostic.expected, columns, style),
    ...labelled("found", diagnostic.found, columns, style),
    ...labelled("why", diagnostic.cause, columns, style),
    ...labelled("do", diagnostic.remedy, columns, style),
    "",
  ];
}

function drawLocation(
  { location }: Diagnostic,
  columns: number,
  paintCaret: (text: string) => string,
  style: Style,
): readonly string[] {
  if (location === undefined) return [];
  const { file, line, column, excerpt } = location;
  const place = `  ${style.paint.cyan(printableText(`${file}:${line}:${column}`))}`;
  if (excerpt === undefined) return [place];
  const number = String(line);
  const [source = "", ...carets] = windowOf(excerpt, columns - number.length - 5, style.ellipsis);
  const gutter = (text: string) => style.paint.dim(`  ${text.padStart(number.length)} ${style.innerBox.down} `);
  return [place, gutter(number) + source, ...carets.map((caret) => gutter("") + paintCaret(caret))];
}

/** The part of an excerpt around its caret that fits: a line that wraps would leave the caret under something else. */
function windowOf(excerpt: string, room: number, ellipsis: string): readonly string[] {
  const lines = printableText(excerpt).split("\n");
  const [source = "", ...carets] = lines;
  if (measureText(source) <= room) return lines;
  const caret = Math.max(0, (carets[0] ?? "").search(/\^/));
  const start = Math.max(0, Math.min(caret - Math.floor(room / 3), source.length - room + ellipsis.length));
  if (start === 0) return lines.map((line) => truncateText(line, room, ellipsis));
  const cut = (line: string, mark: string) => truncateText(mark + line.slice(start + ellipsis.length), room, ellipsis);
  return [cut(source, ellipsis), ...carets.map((line) => cut(line, " ".repeat(ellipsis.length)))];
}

const labelWidth = 10;

function labelled(label: string, text: string | undefined, columns: number, { paint }: Style): readonly string[] {
  if (text === undefined || text === "") return [];
  const lines = wrapText(printableText(text), columns - labelWidth - 2);
  return lines.map((line, index) => `  ${paint.dim((index === 0 ? label : "").padEnd(labelWidth))}${line}`);
}
