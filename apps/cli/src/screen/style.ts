import picocolors from "picocolors";

/** Lines and corners of a box. */
export interface BoxLines {
  readonly topLeft: string;
  readonly topRight: string;
  readonly bottomLeft: string;
  readonly bottomRight: string;
  readonly across: string;
  readonly down: string;
  readonly leftJoint: string;
  readonly rightJoint: string;
}

/** Colours and characters that the terminal can show. */
export interface Style {
  readonly paint: ReturnType<typeof picocolors.createColors>;
  readonly unicode: boolean;
  readonly outerBox: BoxLines;
  readonly innerBox: BoxLines;
  readonly tick: string;
  readonly cross: string;
  readonly warning: string;
  readonly note: string;
  readonly pointer: string;
  readonly dot: string;
  readonly ellipsis: string;
  readonly arrow: string;
  /** The turning mark beside what is under way. */
  readonly spinner: readonly string[];
}

const box = (characters: string): BoxLines => {
  const [
    topLeft = "",
    topRight = "",
    bottomLeft = "",
    bottomRight = "",
    across = "",
    down = "",
    left = "",
    right = "",
  ] = [...characters];
  return { topLeft, topRight, bottomLeft, bottomRight, across, down, leftJoint: left, rightJoint: right };
};

const unicodeCharacters = {
  outerBox: box("╔╗╚╝═║╠╣"),
  innerBox: box("┌┐└┘─│├┤"),
  tick: "✓",
  cross: "✗",
  warning: "▲",
  note: "•",
  pointer: "▸",
  dot: "·",
  ellipsis: "…",
  arrow: "→",
  spinner: [..."⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"],
};

const asciiCharacters: typeof unicodeCharacters = {
  outerBox: box("++++=|++"),
  innerBox: box("++++-|++"),
  tick: "+",
  cross: "x",
  warning: "!",
  note: "*",
  pointer: ">",
  dot: "-",
  ellipsis: "...",
  arrow: "->",
  spinner: [..."-\\|/"],
};

/** The style of a terminal. */
export const createStyle = (can: { readonly color: boolean; readonly unicode: boolean }): Style => ({
  paint: picocolors.createColors(can.color),
  unicode: can.unicode,
  ...(can.unicode ? unicodeCharacters : asciiCharacters),
});
