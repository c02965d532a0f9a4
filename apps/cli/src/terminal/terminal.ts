import type { ReadStream, WriteStream } from "node:tty";
import { createStyle, type Style } from "../screen/style.ts";

/** How a command answers: words for people, one JSON object, or an NDJSON line an event. */
export type OutputMode = "text" | "json" | "json-stream";

/** A stream to write on; a terminal has columns and rows. */
export type OutputStream = NodeJS.WritableStream & Partial<Pick<WriteStream, "isTTY" | "columns" | "rows">>;

/** Where a command reads and writes. stdout takes data, stderr talk. */
export interface Terminal {
  readonly stdin: NodeJS.ReadableStream & Partial<Pick<ReadStream, "isTTY" | "setRawMode">>;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly mode: OutputMode;
  /** Whether a person can be asked: a terminal at both ends, no CI, no JSON. */
  readonly interactive: boolean;
  readonly style: Style;
  /** The width to draw for; at least 40. Read again for each drawing, since windows change. */
  columns(): number;
  /** The height to draw for. */
  rows(): number;
}

/** The terminal of a process, judged by its streams and environment variables. */
export function createTerminal(
  streams: Pick<Terminal, "stdin" | "stdout" | "stderr">,
  options: { readonly mode: OutputMode; readonly color?: boolean; readonly variables: NodeJS.ProcessEnv },
): Terminal {
  const { variables } = options;
  const tty = streams.stdin.isTTY === true && streams.stdout.isTTY === true;
  const colorful = options.color ?? wantsColor(streams.stderr.isTTY === true, variables);
  return {
    ...streams,
    mode: options.mode,
    interactive: tty && !isCi(variables) && variables.TERM !== "dumb" && options.mode === "text",
    style: createStyle({ color: colorful, unicode: speaksUnicode(variables) }),
    columns: () => Math.max(40, streams.stdout.columns ?? streams.stderr.columns ?? 80),
    rows: () => streams.stdout.rows ?? streams.stderr.rows ?? 24,
  };
}

const isCi = ({ CI }: NodeJS.ProcessEnv): boolean => CI !== undefined && CI !== "" && CI !== "false" && CI !== "0";

/** no-color.org: any value but the empty one turns colours off; FORCE_COLOR turns them on where there is no terminal. */
function wantsColor(isTerminal: boolean, variables: NodeJS.ProcessEnv): boolean {
  if (variables.NO_COLOR) return false;
  if (variables.FORCE_COLOR !== undefined) return variables.FORCE_COLOR !== "0" && variables.FORCE_COLOR !== "false";
  return isTerminal && variables.TERM !== "dumb";
}

/** Whether box lines and ticks come out as such: the locale says UTF-8, as POSIX reads it, or the system always does. */
export function speaksUnicode(variables: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): boolean {
  if (variables.TERM === "linux" || variables.TERM === "dumb") return false;
  if (platform === "win32") return variables.WT_SESSION !== undefined || variables.TERM_PROGRAM === "vscode";
  const locale = variables.LC_ALL || variables.LC_CTYPE || variables.LANG || "";
  if (/utf-?8/i.test(locale)) return true;
  // macOS leaves the locale unset in some terminals and speaks UTF-8 in all; the C locale of a container says ASCII.
  return platform === "darwin" && locale === "";
}
