import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Routes } from "../queries/entity-routes.ts";
import { createApplication } from "./create-application.ts";
import { readClient } from "./read-client.ts";
import type { SignIn } from "./run-as.ts";

export interface ServeOptions<DB> {
  readonly routes: Routes<DB>;
  readonly clientFolder: string;
  readonly databaseUrl: string;
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Whether only addresses of this machine are answered to. */
  readonly loopbackOnly: boolean;
  readonly signIn: (db: Kysely<DB>) => SignIn;
  readonly onError: (error: unknown) => void;
}

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a built application until `close`. Throws when the port is taken or the client's folder is not there. */
export async function serveApplication<DB>(options: ServeOptions<DB>): Promise<Served> {
  const client = await readClient(options.clientFolder);
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool: createPool(options) }) });
  const hosts = new Set<string>();
  const application = createApplication({
    db,
    routes: options.routes,
    signIn: options.signIn(db),
    client,
    hosts: options.loopbackOnly ? { includes: (host: string) => hosts.has(host) } : null,
    onError: options.onError,
  });
  const server = serve({ fetch: application.fetch, hostname: options.host, port: options.port });
  try {
    await new Promise<void>((listening, failed) => {
      server.once("listening", listening);
      server.once("error", failed);
    });
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  for (const name of ["127.0.0.1", "localhost", "[::1]"]) hosts.add(`${name}:${port}`);
  return {
    url: `http://${options.host}:${port}/`,
    close: async () => {
      await new Promise((closed) => {
        server.close(closed);
        if ("closeAllConnections" in server) server.closeAllConnections();
      });
      await db.destroy();
    },
  };
}

function createPool({ databaseUrl, onError }: Pick<ServeOptions<unknown>, "databaseUrl" | "onError">): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 5, types: { getTypeParser: typeParser } });
  // A connection that breaks while it is idle is replaced by the pool; without a listener it would end the process.
  pool.on("error", onError);
  return pool;
}

/**
 * Kept as PostgreSQL writes them: date, time, interval and the geometric types. A day as a JavaScript Date would be
 * another day in half of the world. The numbers are PostgreSQL's own object ids, the same on every server.
 */
const keptAsText = new Set<number>([600, 603, 604, 628, 718, 1082, 1083, 1186, 1266]);
/** The arrays of date, interval and numeric are lists of text, and read as those of text are. */
const listsOfText = new Set<number>([1182, 1187, 1231]);
const textArray = 1009;

const typeParser = ((oid: number, format?: "text" | "binary") =>
  keptAsText.has(oid)
    ? (text: string) => text
    : pg.types.getTypeParser(
        listsOfText.has(oid) ? textArray : oid,
        format ?? "text",
      )) as typeof pg.types.getTypeParser;
