import type { PipelineEvent } from "@build-it/stage-contract";
import type { Terminal } from "./terminal/terminal.ts";

/** One call of the command: where it was typed, and what holds for all commands. */
export interface Invocation {
  readonly terminal: Terminal;
  readonly cwd: string;
  readonly variables: NodeJS.ProcessEnv;
  /** The environment that was asked for: `--env`, else `BUILD_IT_ENV`, else development. */
  readonly environment: string;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** What Ctrl-C does, for keys that are read in raw mode. */
  interrupt(): void;
}

/** Writes the answer of a command: the object as JSON, or the text. */
export function writeAnswer({ terminal }: Invocation, answer: { readonly json: object; readonly text: string }): void {
  if (terminal.mode === "json") terminal.stdout.write(`${JSON.stringify(answer.json, null, 2)}\n`);
  else if (terminal.mode === "json-stream")
    terminal.stdout.write(`${JSON.stringify({ type: "result", result: answer.json })}\n`);
  else if (answer.text !== "") terminal.stdout.write(answer.text.endsWith("\n") ? answer.text : `${answer.text}\n`);
}

/** Writes an event as a line of NDJSON. */
export const writeEvent = ({ terminal }: Invocation, event: PipelineEvent): void =>
  void terminal.stdout.write(`${JSON.stringify(event)}\n`);

/** Says something to the person; programs that read JSON get it there instead. */
export function say({ terminal }: Pick<Invocation, "terminal">, text: string): void {
  if (terminal.mode === "text") terminal.stderr.write(`${text}\n`);
}
