import { padText, truncateText } from "./measure-text.ts";
import type { BoxLines, Style } from "./style.ts";

/** A line inside a box: plain text, and how it is coloured once it is measured. */
export interface BoxLine {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

/** One line between the sides of a box, cut or filled to `width` columns in all. */
export function drawBoxLine(line: BoxLine, box: BoxLines, width: number, style: Style): string {
  const room = width - 4;
  const text = truncateText(line.text.replaceAll("\n", " "), room, style.ellipsis);
  const painted = line.paint === undefined ? text : line.paint(text);
  const side = style.paint.dim(box.down);
  return `${side} ${padText(painted, room)} ${side}`;
}

/** A rule of a box: its top, its bottom, or the line between two parts. */
export function drawBoxRule(part: "top" | "joint" | "bottom", box: BoxLines, width: number, style: Style): string {
  const [left, right] = {
    top: [box.topLeft, box.topRight],
    joint: [box.leftJoint, box.rightJoint],
    bottom: [box.bottomLeft, box.bottomRight],
  }[part];
  return style.paint.dim(`${left}${box.across.repeat(width - 2)}${right}`);
}
