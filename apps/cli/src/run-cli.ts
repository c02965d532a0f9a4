import { CommanderError } from "commander";
import { exitCodes } from "./exit-codes.ts";
import type { Invocation } from "./invocation.ts";
import { interrupted, unexpected } from "./messages.ts";
import { createProgram, type GlobalOptions } from "./program.ts";
import { createTerminal, type OutputMode, type Terminal } from "./terminal/terminal.ts";

/** What the command needs of a process. */
export type CliProcess = Pick<NodeJS.Process, "stdin" | "stdout" | "stderr" | "env" | "cwd" | "on" | "off" | "exit">;

/** Runs one call of `build-it` and gives its exit code. Throws nothing. */
export async function runCli(words: readonly string[], host: CliProcess): Promise<number> {
  const cancel = new AbortController();
  const stop = interrupter(cancel, host);
  host.on("SIGINT", stop);
  host.on("SIGTERM", stop);
  let exitCode: number = exitCodes.done;
  const program = createProgram({
    open: (options) => createInvocation(options, host, { signal: cancel.signal, interrupt: stop }),
    finish: (code) => {
      exitCode = code;
    },
  });
  try {
    await program.parseAsync(words, { from: "user" });
    return exitCode;
  } catch (error) {
    return explainThrow(error, words, host);
  } finally {
    host.off("SIGINT", stop);
    host.off("SIGTERM", stop);
  }
}

/** The first Ctrl-C asks to stop, which takes back what is under way; the second does not wait for that. */
function interrupter(cancel: AbortController, host: CliProcess): () => void {
  return () => {
    if (cancel.signal.aborted) host.exit(exitCodes.interrupted);
    host.stderr.write(`\n${interrupted}\n`);
    cancel.abort();
  };
}

function createInvocation(
  options: GlobalOptions,
  host: CliProcess,
  cancel: Pick<Invocation, "signal" | "interrupt">,
): Invocation {
  const terminal = createTerminal(
    { stdin: host.stdin, stdout: host.stdout, stderr: host.stderr },
    { mode: modeOf(options), variables: host.env, ...(options.color === false ? { color: false } : {}) },
  );
  return {
    terminal,
    cwd: host.cwd(),
    variables: host.env,
    environment: options.env ?? (host.env.BUILD_IT_ENV || "development"),
    ...cancel,
  };
}

const modeOf = ({ json, jsonStream }: GlobalOptions): OutputMode => {
  if (jsonStream === true) return "json-stream";
  return json === true ? "json" : "text";
};

/** Commander throws for --help too, with code 0, and has printed by then what it had to say. */
function explainThrow(error: unknown, words: readonly string[], host: CliProcess): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.done;
    writeUsageError(error, words, host);
    return exitCodes.usage;
  }
  host.stderr.write(`${unexpected(error)}\n`);
  return exitCodes.error;
}

function writeUsageError(error: CommanderError, words: readonly string[], { stdout }: Pick<Terminal, "stdout">): void {
  if (!words.some((word) => word === "--json" || word === "--json-stream")) return;
  const message = error.message.replace(/^error: /, "");
  stdout.write(`${JSON.stringify({ status: "usage", exitCode: exitCodes.usage, message })}\n`);
}
