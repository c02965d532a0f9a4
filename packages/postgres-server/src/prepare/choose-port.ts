import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import { noFreePort } from "../messages.ts";

// Below the range that systems hand out for outgoing connections (32768 and up on Linux, 49152 elsewhere), so that no
// connection of another program takes the port while the server is down.
const LOWEST = 24_000;
const BEYOND = 32_000;
const ATTEMPTS = 50;

/** A port on 127.0.0.1 that nothing listens on now. Throws `port_conflict` when none is found. */
export async function choosePort(): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = randomInt(LOWEST, BEYOND);
    if (await isFree(port)) return port;
  }
  throw noFreePort();
}

/** Whether a server could listen on this port of 127.0.0.1 now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.on("error", () => resolve(false));
    probe.listen({ port, host: "127.0.0.1", exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
