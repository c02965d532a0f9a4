import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { createApplication } from "./create-application.ts";
import type { Routes } from "./entity-routes.ts";
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

/** Days and intervals stay PostgreSQL's text: as a Date a day would shift with the server's time zone. */
const keptAsText = new Set<number>([pg.types.builtins.DATE, pg.types.builtins.INTERVAL]);

const typeParser = ((oid: number, format?: "text" | "binary") =>
  keptAsText.has(oid)
    ? (text: string) => text
    : pg.types.getTypeParser(oid, format ?? "text")) as typeof pg.types.getTypeParser;
