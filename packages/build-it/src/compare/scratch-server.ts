import { homedir } from "node:os";
import { join } from "node:path";
import { ident, sql } from "@build-it/postgres-schema";
import { type ServerLease, ServerProblem, useServer } from "@build-it/postgres-server";
import { scratchUnreachable, serverUnavailable } from "../diagnostics.ts";
import { HaltError } from "../run/halt-error.ts";
import { connectTo } from "./connect-to.ts";

/** A server on which databases may be made and thrown away. */
export interface ScratchServer {
  readonly major: number;
  /** Makes an empty database, and gives its URL. */
  createDatabase(): Promise<string>;
  /** Makes a role that a script speaks of and the server does not have; it goes with the databases. */
  createRole(name: string): Promise<void>;
  /** Drops what was made here, under whoever uses it, and lets go of the server. */
  close(): Promise<void>;
}

/** Whose server: the embedded one of this major version, or the one behind a URL of somebody who may create databases. */
export type ScratchOptions = { readonly major: number } | { readonly url: string };

const prefix = "build_it_scratch";

/** Opens a server for scratch databases. Throws `HaltError` when it cannot be had. */
export async function openScratchServer(options: ScratchOptions): Promise<ScratchServer> {
  const { lease, urlOf } = await reachServer(options);
  const admin = await connectTo(urlOf("postgres"), "the scratch server").catch(async (error: unknown) => {
    await lease?.release();
    throw error;
  });
  const { rows } = await admin.query<{ major: number }>(
    "SELECT current_setting('server_version_num')::integer / 10000 AS major",
  );
  const databases: string[] = [];
  const roles: string[] = [];
  let closed = false;
  if (lease !== undefined) await dropLeftovers((statement) => admin.query(statement));
  return {
    major: rows[0]?.major ?? 0,
    async createDatabase() {
      const name = `${prefix}_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
      databases.push(name);
      // Template0 holds nothing that somebody may have put into template1.
      // Copying files is faster than the default, which logs every page; before 15 there is only the copy.
      const strategy = lease === undefined ? sql`` : sql` STRATEGY = file_copy`;
      await admin.query(sql`CREATE DATABASE ${ident(name)} TEMPLATE template0${strategy}`.text);
      return urlOf(name);
    },
    async createRole(name) {
      await admin.query(sql`CREATE ROLE ${ident(name)}`.text);
      roles.push(name);
    },
    async close() {
      if (closed) return;
      closed = true;
      for (const name of databases) await admin.query(sql`DROP DATABASE IF EXISTS ${ident(name)} WITH (FORCE)`.text);
      // Another comparison may have given it rights meanwhile.
      for (const name of roles) await admin.query(sql`DROP ROLE IF EXISTS ${ident(name)}`.text).catch(() => {});
      await admin.end();
      await lease?.release();
    },
  };
}

async function reachServer(
  options: ScratchOptions,
): Promise<{ readonly lease?: ServerLease; urlOf(database: string): string }> {
  if ("url" in options) {
    if (!URL.canParse(options.url)) throw new HaltError("target_unavailable", scratchUnreachable());
    return {
      urlOf(database) {
        const url = new URL(options.url);
        if (database !== "postgres" || url.pathname.length <= 1) url.pathname = `/${encodeURIComponent(database)}`;
        return url.toString();
      },
    };
  }
  try {
    const directory = join(cacheFolder(), "build-it", `postgres-${options.major}`);
    const lease = await useServer({ directory, major: options.major, durable: false });
    return { lease, urlOf: (database) => lease.urlOf(database) };
  } catch (error) {
    throw error instanceof ServerProblem ? new HaltError("target_unavailable", serverUnavailable(error)) : error;
  }
}

/** Databases of a process that was killed. Only on our own server: elsewhere a process may be on another machine. */
async function dropLeftovers(
  run: (statement: string) => Promise<{ readonly rows: readonly unknown[] }>,
): Promise<void> {
  const { rows } = await run(`SELECT datname AS name FROM pg_database WHERE datname LIKE '${prefix}\\_%'`);
  for (const row of rows as readonly { readonly name: string }[]) {
    if (isRunning(Number(row.name.split("_").at(-2)))) continue;
    await run(sql`DROP DATABASE IF EXISTS ${ident(row.name)} WITH (FORCE)`.text);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function cacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME !== undefined && XDG_CACHE_HOME !== "") return XDG_CACHE_HOME;
  if (process.platform === "win32" && LOCALAPPDATA !== undefined) return LOCALAPPDATA;
  return process.platform === "darwin" ? join(homedir(), "Library", "Caches") : join(homedir(), ".cache");
}
