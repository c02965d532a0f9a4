import type { PrepareOptions } from "./prepare/prepare-server.ts";
import { reachServer } from "./reach-server.ts";
import type { ServerAddress } from "./server-address.ts";
import { addressOf } from "./server-address.ts";
import { serverDirectory } from "./server-directory.ts";

/** Which server is meant, and how it runs if it does not yet. */
export interface ServerOptions {
  /** The folder that holds the data, the log and the keeper's files; made when it does not exist. */
  readonly directory: string;
  /** PostgreSQL's major version: 17 or 18, or that of `installation`. */
  readonly major: number;
  /** A port on 127.0.0.1. Without it a free one is chosen once and kept. */
  readonly port?: number;
  /** False gives up crash safety for speed, which is right only for data that may be lost. True without it. */
  readonly durable?: boolean;
  /** Another PostgreSQL than the embedded one: the folder above its `bin`. */
  readonly installation?: string;
  /** Told what a person should know, in a sentence, such as where root's data went. */
  readonly notice?: (text: string) => void;
}

/** The right to use a server, until it is released or the process ends, in whatever way it ends. */
export interface ServerLease extends ServerAddress {
  /** Ends the use. The server stops when this was the last one, unless it was told to stay. Never fails. */
  release(): Promise<void>;
}

/**
 * Gives the directory's server: the running one, or, if there is none, a new one on its data, which is initialised
 * first when there is none either. The options of whoever starts it count. A lease does not keep the process alive.
 * Throws `ServerProblem`.
 */
export async function useServer(options: ServerOptions): Promise<ServerLease> {
  const directory = serverDirectory(options.directory);
  const { connection, server } = await reachServer(directory, "use", prepareOptions(options));
  const closed = new Promise<void>((resolve) => connection.once("close", () => resolve()));
  const release = () => {
    connection.ref();
    connection.end();
    return closed;
  };
  try {
    const address = addressOf(directory, server, options);
    connection.unref();
    return { ...address, release };
  } catch (error) {
    await release();
    throw error;
  }
}

/** Fills in what was left out. */
export function prepareOptions(options: ServerOptions): PrepareOptions {
  return {
    major: options.major,
    port: options.port,
    durable: options.durable ?? true,
    installation: options.installation,
    notice: options.notice ?? (() => {}),
  };
}
