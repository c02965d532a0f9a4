import type { RunningServer } from "./keeper-answer.ts";
import { otherMajor, otherPort } from "./messages.ts";
import type { ServerDirectory } from "./server-directory.ts";
import { readSettings } from "./server-directory.ts";

/** Where a running server is reached. */
export interface ServerAddress {
  readonly major: number;
  readonly port: number;
  /** The URL of one of its databases, complete for psql, a GUI or a driver; it holds the password. */
  urlOf(database: string): string;
}

/** Checks that the server is the one that was asked for. Throws `other_major`, `other_port` or `not_owner`. */
export function addressOf(
  directory: ServerDirectory,
  server: RunningServer,
  asked: { readonly major: number; readonly port?: number | undefined },
): ServerAddress {
  if (server.major !== asked.major) throw otherMajor(directory.data, server.major, asked.major);
  if (asked.port !== undefined && server.port !== asked.port) throw otherPort(asked.port, server.port);
  const { password } = readSettings(directory.data);
  return {
    major: server.major,
    port: server.port,
    urlOf: (database) =>
      `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${server.port}/${encodeURIComponent(database)}`,
  };
}
