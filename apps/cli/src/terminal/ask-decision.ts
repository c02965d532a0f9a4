import type { Decision } from "@build-it/stage-contract";
import { goesOn } from "../messages.ts";
import { type Button, drawButtons } from "../screen/draw-buttons.ts";
import { drawQuestion } from "../screen/draw-question.ts";
import { truncateText } from "../screen/measure-text.ts";
import { readKeys } from "./read-keys.ts";
import { reviewMigrations } from "./review-migrations.ts";
import type { Terminal } from "./terminal.ts";

const review: Button = { key: "r", label: "Review Full Migration" };

/**
 * Shows the control panel, or the bare question, and waits for a key: a button's letter, or arrows and Enter. Ctrl-C
 * calls `interrupt` and rejects with the signal's reason, which ends the run as cancelled. A decision that only informs
 * is shown and goes on by itself.
 */
export async function askDecision<Choice extends string>(
  decision: Decision<Choice>,
  terminal: Terminal,
  cancel: { readonly signal: AbortSignal; interrupt(): void },
): Promise<Choice> {
  if (decision.informs === true) {
    if (decision.panel === undefined) return decision.unattended;
    const { style } = terminal;
    const footer = (room: number) => style.paint.dim(truncateText(goesOn, room, style.ellipsis));
    terminal.stdout.write(`${drawQuestion(decision, footer, terminal).lines.join("\n")}\n`);
    return decision.unattended;
  }
  const choices = decision.choices.filter(({ choice }) => choice !== "review");
  const [first, ...others] = choices;
  const buttons: readonly Button[] =
    decision.panel === undefined || first === undefined ? choices : [first, review, ...others];
  const dangerous = decision.panel?.groups.some(({ lines }) => lines.some(({ danger }) => danger !== undefined));
  for (let selected = dangerous === true ? 0 : buttons.length - 1; ; ) {
    const pressed = await pressButton(decision, { buttons, selected }, terminal, cancel);
    if (buttons[pressed] !== review) {
      const choice = choices.find((one) => one === buttons[pressed]);
      return choice?.choice ?? decision.unattended;
    }
    await reviewMigrations(decision.panel?.migrations ?? [], terminal, cancel);
    selected = pressed;
  }
}

/** Draws and waits until a button is pressed; gives its place. */
function pressButton(
  decision: Decision<string>,
  from: { readonly buttons: readonly Button[]; readonly selected: number },
  terminal: Terminal,
  cancel: { readonly signal: AbortSignal; interrupt(): void },
): Promise<number> {
  const { stdout } = terminal;
  const { buttons } = from;
  let selected = from.selected;
  const drawn = () => drawQuestion(decision, (room) => drawButtons(buttons, selected, terminal.style, room), terminal);
  const draw = () => stdout.write(`${drawn().lines.join("\n")}\n`);
  const redrawButtons = () => {
    const { footer, footerUp } = drawn();
    stdout.write(`\u001b[${footerUp}A\r\u001b[2K${footer}\u001b[${footerUp}B\r`);
  };
  return new Promise((resolve, reject) => {
    const finish = () => {
      restore();
      stdout.removeListener("resize", draw);
      cancel.signal.removeEventListener("abort", abort);
    };
    const abort = () => {
      finish();
      reject(cancel.signal.reason);
    };
    const press = (index: number) => {
      selected = index;
      redrawButtons();
      finish();
      resolve(index);
    };
    const restore = readKeys(terminal, (key) => {
      if (key === "interrupt") return cancel.interrupt();
      if (key === "return" || key === "enter") return press(selected);
      const step = { left: -1, up: -1, right: 1, down: 1 }[key];
      if (step !== undefined) {
        // It stops at the ends: one press too many must not come from Cancel to Apply.
        selected = Math.max(0, Math.min(buttons.length - 1, selected + step));
        return redrawButtons();
      }
      const found = buttons.findIndex((button) => button.key === key);
      if (found >= 0) press(found);
    });
    stdout.on("resize", draw);
    cancel.signal.addEventListener("abort", abort, { once: true });
    if (cancel.signal.aborted) return abort();
    draw();
  });
}
