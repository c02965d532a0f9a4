import { measureText, padText, printableText } from "./measure-text.ts";
import type { Style } from "./style.ts";

/** Names and values in two columns; a field without a value is left out. Values may be painted. */
export function drawFields(
  fields: readonly (readonly [name: string, value: string])[],
  { paint }: Style,
): readonly string[] {
  const present = fields.filter(([, value]) => value !== "");
  const width = Math.max(0, ...present.map(([name]) => measureText(name)));
  return present.map(([name, value]) => `${paint.dim(padText(name, width))}  ${value}`);
}

/** Rows under headings, each column as wide as its widest cell. */
export function drawTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  { paint }: Style,
): readonly string[] {
  const clean = rows.map((row) => row.map(printableText));
  const widths = headings.map((heading, column) =>
    Math.max(measureText(heading), ...clean.map((row) => measureText(row[column] ?? ""))),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => padText(cell, widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return [paint.dim(line(headings)), ...clean.map(line)];
}
