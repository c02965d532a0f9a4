import { createInterface } from "node:readline/promises";
import type { Invocation } from "../invocation.ts";

/** Asks for a typed "yes". Anything else, and Ctrl-C, is no. Only where a person can be asked. */
export async function askYes(question: string, { terminal, signal }: Invocation): Promise<boolean> {
  const lines = createInterface({ input: terminal.stdin, output: terminal.stdout, terminal: true });
  const answer = new AbortController();
  const stop = () => answer.abort();
  lines.once("SIGINT", stop);
  lines.once("close", stop);
  try {
    const typed = await lines.question(`${question} Type yes: `, { signal: AbortSignal.any([signal, answer.signal]) });
    return typed.trim().toLowerCase() === "yes";
  } catch (error) {
    if (error instanceof Error && error.name === "AbortError") return false;
    throw error;
  } finally {
    lines.close();
  }
}
