import {
  ensureDatabase,
  resetServer,
  ServerProblem,
  type ServerStatus,
  type StopResult,
  serverStatus,
  startServer,
  stopServer,
  useServer,
} from "@build-it/postgres-server";
import { serverUnavailable, sqlOnlyOnEmbedded } from "../diagnostics.ts";
import { HaltError } from "../run/halt-error.ts";
import type { Project } from "./open-project.ts";
import { redactUrl } from "./redact-url.ts";
import { type QueryResult, runQuery } from "./run-query.ts";

/** The commands of `build-it db`: the application's embedded PostgreSQL. All throw `HaltError` when it cannot be had. */

/** Has the server run and stay until it is stopped; gives its port. */
export const startEmbeddedServer = (
  project: Project,
  notice: (text: string) => void,
): Promise<{ readonly major: number; readonly port: number }> =>
  explained(async () => {
    const { major, port } = await startServer({
      directory: project.serverFolder,
      major: project.config.postgres,
      notice,
    });
    return { major, port };
  });

/** Stops the server now, or, without `force`, once the last process that uses it ends. */
export const stopEmbeddedServer = (project: Project, force: boolean): Promise<StopResult> =>
  explained(() => stopServer({ directory: project.serverFolder, force }));

/** Says whether the server runs, and for whom. Starts nothing. */
export const readEmbeddedServer = (project: Project): Promise<ServerStatus> =>
  explained(() => serverStatus({ directory: project.serverFolder }));

/** Deletes all databases of the embedded server. */
export const resetEmbeddedServer = (project: Project): Promise<void> =>
  explained(() => resetServer({ directory: project.serverFolder }));

/**
 * The URL of the environment's database. The embedded one is complete, and its server is started to stay, so that the URL
 * works; any other is without its password.
 */
export const readDatabaseUrl = (
  project: Project,
  notice: (text: string) => void,
): Promise<{ readonly url: string; readonly complete: boolean }> =>
  explained(async () => {
    if (project.target.status === "unresolved") throw new HaltError("target_unavailable", project.target.diagnostic);
    const { address } = project.target;
    if (address.kind !== "embedded") return { url: redactUrl(address.url), complete: false };
    const server = await startServer({ directory: project.serverFolder, major: project.config.postgres, notice });
    return { url: await ensureDatabase(server, address.database), complete: true };
  });

/**
 * Runs SQL on the environment's database by hand, as psql would; gives the result of the last statement. Only on the
 * embedded server, so that nobody changes a database that others use by a slip.
 */
export const queryEmbeddedDatabase = async (
  project: Project,
  sql: string,
  notice: (text: string) => void,
): Promise<QueryResult> =>
  explained(async () => {
    if (project.target.status === "unresolved") throw new HaltError("target_unavailable", project.target.diagnostic);
    const { address } = project.target;
    if (address.kind !== "embedded") {
      throw new HaltError("target_unavailable", sqlOnlyOnEmbedded(project.environment.name));
    }
    const server = await useServer({ directory: project.serverFolder, major: project.config.postgres, notice });
    try {
      return await runQuery(await ensureDatabase(server, address.database), sql);
    } finally {
      await server.release();
    }
  });

async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ServerProblem ? new HaltError("target_unavailable", serverUnavailable(error)) : error;
  }
}
