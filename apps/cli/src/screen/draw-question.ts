import type { Decision } from "@build-it/stage-contract";
import type { Terminal } from "../terminal/terminal.ts";
import { drawPanel, panelWidth } from "./draw-panel.ts";
import { wrapText } from "./measure-text.ts";

/** A question as it stands on the screen. */
export interface DrawnQuestion {
  readonly lines: readonly string[];
  /** How many lines the footer, which changes, is above the line after the last. */
  readonly footerUp: number;
  readonly footer: string;
}

/** The fewest lines of SQL that a preview has, however small the window. */
const fewestPreviewLines = 6;

/** Draws a decision: its control panel, or its bare question. `drawFooter` gets the columns it may use. */
export function drawQuestion(
  { panel, question }: Pick<Decision<string>, "panel" | "question">,
  drawFooter: (room: number) => string,
  { style, columns, rows }: Pick<Terminal, "style" | "columns" | "rows">,
): DrawnQuestion {
  if (panel === undefined) {
    const footer = drawFooter(columns());
    return { lines: ["", ...wrapText(question, columns()), "", footer], footerUp: 1, footer };
  }
  const width = panelWidth(panel, columns());
  const frame = { width, footer: drawFooter(width - 4) };
  const otherLines = drawPanel(panel, { ...frame, previewLines: 0 }, style).length + 1;
  const previewLines = Math.max(fewestPreviewLines, rows() - otherLines - 2);
  const lines = ["", ...drawPanel(panel, { ...frame, previewLines }, style)];
  return { lines, footerUp: 2, footer: lines.at(-2) ?? "" };
}
