import type { MigrationPanel } from "@build-it/stage-contract";
import { paintSql } from "../screen/draw-panel.ts";
import { printableText, wrapText } from "../screen/measure-text.ts";
import { readKeys } from "./read-keys.ts";
import type { Terminal } from "./terminal.ts";

const enterAlternateScreen = "\u001b[?1049h\u001b[?25l";
const leaveAlternateScreen = "\u001b[?25h\u001b[?1049l";

/** Pages through the SQL of migrations and their rollbacks on a screen of its own, until q, r, Enter or Escape. */
export function reviewMigrations(
  migrations: MigrationPanel["migrations"],
  terminal: Terminal,
  cancel: { readonly signal: AbortSignal; interrupt(): void },
): Promise<void> {
  const { stdout, style } = terminal;
  let top = 0;
  const pageHeight = () => Math.max(1, terminal.rows() - 2);
  const draw = () => {
    const lines = drawReview(migrations, terminal);
    top = Math.max(0, Math.min(top, lines.length - pageHeight()));
    const shown = lines.slice(top, top + pageHeight());
    const until = Math.min(lines.length, top + pageHeight());
    const place = `lines ${top + 1}-${until} of ${lines.length}  space: on  b: back  q: close`;
    stdout.write(`\u001b[H\u001b[2J${shown.join("\n")}\n\n${style.paint.inverse(` ${place} `)}`);
  };
  return new Promise((resolve, reject) => {
    const finish = () => {
      restore();
      stdout.removeListener("resize", draw);
      cancel.signal.removeEventListener("abort", abort);
      process.off("exit", leave);
      leave();
    };
    const leave = () => void stdout.write(leaveAlternateScreen);
    const abort = () => {
      finish();
      reject(cancel.signal.reason);
    };
    const restore = readKeys(terminal, (key) => {
      if (key === "interrupt") return cancel.interrupt();
      if (["q", "r", "escape", "return", "enter"].includes(key)) {
        finish();
        return resolve();
      }
      top += moves[key]?.(pageHeight()) ?? 0;
      draw();
    });
    process.once("exit", leave);
    stdout.on("resize", draw);
    cancel.signal.addEventListener("abort", abort, { once: true });
    stdout.write(enterAlternateScreen);
    draw();
  });
}

const moves: Readonly<Record<string, (pageHeight: number) => number>> = {
  down: () => 1,
  j: () => 1,
  up: () => -1,
  k: () => -1,
  space: (pageHeight) => pageHeight,
  pagedown: (pageHeight) => pageHeight,
  b: (pageHeight) => -pageHeight,
  pageup: (pageHeight) => -pageHeight,
  home: () => -Number.MAX_SAFE_INTEGER,
  g: () => -Number.MAX_SAFE_INTEGER,
  end: () => Number.MAX_SAFE_INTEGER,
};

/** Everything there is to read: each migration, then its rollback. */
export function drawReview(
  migrations: MigrationPanel["migrations"],
  terminal: Pick<Terminal, "style" | "columns">,
): readonly string[] {
  const { paint, outerBox } = terminal.style;
  const columns = terminal.columns();
  const heading = (text: string) => {
    const rule = outerBox.across.repeat(Math.max(3, columns - text.length - 5));
    return paint.bold(`${outerBox.across.repeat(3)} ${text} ${rule}`);
  };
  const code = (sql: string) => wrapText(printableText(sql.trimEnd()), columns).map(paintSql(terminal.style));
  return migrations.flatMap(({ file, sql, rollbackSql }) => [
    heading(file),
    "",
    ...code(sql),
    "",
    heading(`Rollback of ${file}`),
    "",
    ...code(rollbackSql),
    "",
  ]);
}
