import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { ServerOptions } from "../src/index.ts";

/** A process of its own that uses a server. */
export interface ClientProcess {
  /** What it printed first. */
  readonly said: Promise<{ readonly url: string; readonly port: number; readonly problem?: string }>;
  /** Has it release its lease and end. */
  leave(): Promise<void>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
}

const program = fileURLToPath(new URL(`../.build-it/client-${process.pid}.mjs`, import.meta.url));
let bundled: Promise<unknown> | undefined;

/** Starts `client.ts`, bundled into one file as a command would be. */
export async function spawnClient(options: ServerOptions): Promise<ClientProcess> {
  bundled ??= build({
    entryPoints: [fileURLToPath(new URL("client.ts", import.meta.url))],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    external: ["pg"],
  });
  await bundled;
  const child = spawn(process.execPath, ["--conditions=build-it:source", program, JSON.stringify(options)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(child, "close").then(() => {});
  return {
    said: once(createInterface({ input: child.stdout }), "line").then(([line]) => JSON.parse(line)),
    leave() {
      child.stdin.end();
      return ended;
    },
    kill() {
      child.kill("SIGKILL");
      return ended;
    },
  };
}
