import type { MigrationPanel } from "@build-it/stage-contract";
import { type BoxLine, drawBoxLine, drawBoxRule } from "./draw-box.ts";
import { measureText, padText, printableText, truncateText } from "./measure-text.ts";
import type { Style } from "./style.ts";

/** What is drawn below the changes. */
export interface PanelFrame {
  /** Columns to draw for. */
  readonly width: number;
  /** The most lines of SQL in the preview. */
  readonly previewLines: number;
  /** The last line: the buttons, or what happens by itself. Already painted, and narrow enough. */
  readonly footer: string;
}

const widest = 100;
const narrowest = 69;

/** Columns of a panel: the seed's 69 where it fits, more for long SQL, never more than the terminal has. */
export function panelWidth(panel: MigrationPanel, columns: number): number {
  const sql = panel.migrations.flatMap((migration) => migration.sql.split("\n"));
  const content = Math.max(0, ...sql.map((line) => measureText(line) + 10));
  return Math.min(columns, widest, Math.max(narrowest, content));
}

/** The control panel: what a migration changes, its SQL, and what may be chosen. */
export function drawPanel(panel: MigrationPanel, frame: PanelFrame, style: Style): readonly string[] {
  const { outerBox: box, paint } = style;
  const line = (text: string, painted?: BoxLine["paint"]) =>
    drawBoxLine({ text: printableText(text), ...(painted ? { paint: painted } : {}) }, box, frame.width, style);
  const blank = line("");
  return [
    drawBoxRule("top", box, frame.width, style),
    line(titleOf(panel), paint.bold),
    drawBoxRule("joint", box, frame.width, style),
    line(`Target: ${panel.target}`, paint.dim),
    blank,
    line("Database Changes Required:", paint.bold),
    blank,
    ...panel.groups.flatMap((group) => [
      line(`${group.title}:`, paint.bold),
      ...group.lines.flatMap(({ text, danger }) =>
        danger === undefined
          ? [line(`${style.tick} ${text}`, paint.green)]
          : [line(`${style.warning} ${text}`, paint.yellow), line(`    ${danger}`, paint.yellow)],
      ),
      blank,
    ]),
    ...drawPreview(panel, frame, style).map((text) => sided(text, frame.width, style)),
    blank,
    sided(frame.footer, frame.width, style),
    drawBoxRule("bottom", box, frame.width, style),
  ];
}

/** One line of a panel whose content is painted already, such as its buttons. */
const sided = (painted: string, width: number, style: Style): string => {
  const side = style.paint.dim(style.outerBox.down);
  return `${side} ${padText(painted, width - 4)} ${side}`;
};

/** As the seed has it: `BUILD ITERATION 2 - DATABASE CHANGES DETECTED`. */
const titleOf = ({ iteration, title }: MigrationPanel): string =>
  `BUILD ITERATION ${iteration} - ${title.toUpperCase()}`;

function drawPreview(panel: MigrationPanel, frame: PanelFrame, style: Style): readonly string[] {
  if (panel.migrations.length === 0) return [];
  const { innerBox, paint } = style;
  const width = frame.width - 6;
  const sql = panel.migrations.flatMap((migration) => migration.sql.trimEnd().split("\n"));
  const shown = sql.length <= frame.previewLines ? sql : sql.slice(0, Math.max(0, frame.previewLines - 1));
  const missing = sql.length - shown.length;
  const more = missing > 0 ? [{ text: `${style.ellipsis} ${missing} more lines`, paint: paint.dim }] : [];
  const lines: readonly BoxLine[] = [
    ...shown.map((text) => ({ text: printableText(text), paint: paintSql(style) })),
    ...more,
  ];
  return [
    paint.bold("Migration Preview:"),
    drawBoxRule("top", innerBox, width, style),
    ...lines.map((line) => drawBoxLine(line, innerBox, width, style)),
    drawBoxRule("bottom", innerBox, width, style),
  ];
}

/** Comments step back, so that the statements are what one reads. */
export const paintSql =
  ({ paint }: Style) =>
  (line: string): string =>
    line.trimStart().startsWith("--") ? paint.dim(line) : line;

/** The panel where there is no terminal: the same facts, a line each. */
export function listPanel(panel: MigrationPanel, style: Style): readonly string[] {
  return [
    titleOf(panel),
    `  Target: ${panel.target}`,
    ...panel.groups.flatMap((group) => [
      `  ${group.title}:`,
      ...group.lines.map(({ text, danger }) =>
        danger === undefined ? `    ${style.tick} ${text}` : `    ${style.warning} ${text}: ${danger}`,
      ),
    ]),
    ...panel.migrations.map(({ file }) => `  Migration: ${file}`),
  ].map((line) => truncateText(printableText(line), 500, style.ellipsis));
}
