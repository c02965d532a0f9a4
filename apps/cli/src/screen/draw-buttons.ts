import { measureText } from "./measure-text.ts";
import type { Style } from "./style.ts";

/** What can be pressed. */
export interface Button {
  /** The letter that presses it. */
  readonly key: string;
  readonly label: string;
}

/**
 * The buttons in a line; the selected one stands out, without colours by its pointer. Where `room` columns do not hold
 * the labels, their first words have to do.
 */
export function drawButtons(buttons: readonly Button[], selected: number, style: Style, room: number): string {
  const full = drawLine(buttons, selected, style);
  if (measureText(full) <= room) return full;
  const short = buttons.map(({ key, label }) => ({ key, label: label.split(" ")[0] ?? label }));
  return drawLine(short, selected, style);
}

const drawLine = (buttons: readonly Button[], selected: number, { paint, pointer }: Style): string =>
  buttons
    .map(({ label, key }, index) => {
      const text = `[${underlineKey(label, key, paint.underline)}]`;
      return index === selected ? paint.inverse(paint.bold(`${pointer}${text}`)) : ` ${text}`;
    })
    .join("");

/** Shows which letter presses a button, where the label has it. */
function underlineKey(label: string, key: string, underline: (text: string) => string): string {
  const at = label.toLowerCase().indexOf(key.toLowerCase());
  if (at < 0) return `${key}: ${label}`;
  return label.slice(0, at) + underline(label.slice(at, at + key.length)) + label.slice(at + key.length);
}
