import { emitKeypressEvents } from "node:readline";
import type { Terminal } from "./terminal.ts";

/** A key as it was pressed: its letter, or a name such as `left`, `return`, `escape`, `pagedown`. */
export type Key = string;

/**
 * Takes the keyboard: every key goes to `onKey` until the returned function gives the terminal back as it was. Ctrl-C
 * comes as `interrupt`, since a terminal in raw mode makes no signal of it.
 */
export function readKeys({ stdin }: Pick<Terminal, "stdin">, onKey: (key: Key) => void): () => void {
  const listener = (
    text: string | undefined,
    key: { name?: string; ctrl?: boolean; sequence?: string } | undefined,
  ) => {
    if (key?.ctrl === true && key.name === "c") return onKey("interrupt");
    onKey(key?.name ?? text ?? "");
  };
  emitKeypressEvents(stdin);
  stdin.on("keypress", listener);
  stdin.setRawMode?.(true);
  stdin.resume();
  const restore = () => {
    stdin.off("keypress", listener);
    stdin.setRawMode?.(false);
    stdin.pause();
    process.off("exit", restore);
  };
  // However the process ends, the shell gets a terminal that echoes.
  process.once("exit", restore);
  return restore;
}
