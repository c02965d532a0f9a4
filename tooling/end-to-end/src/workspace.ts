import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { introspectSchema } from "@build-it/postgres-schema";
import { ensureDatabase, resetServer, type ServerLease, useServer } from "@build-it/postgres-server";
import { Client } from "pg";

const command = resolve(import.meta.dirname, "../../../apps/cli/bin/build-it.js");

export interface CommandResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Started {
  readonly done: Promise<CommandResult>;
  interrupt(): void;
  kill(): void;
}

/** A project of its own in a temporary folder: a model, an application and its embedded PostgreSQL. */
export interface Workspace {
  readonly root: string;
  readonly app: string;
  /** Runs `build-it` in the application, as a user without a terminal would. */
  buildIt(...args: readonly string[]): Promise<CommandResult>;
  /** The same with environment variables of its own. */
  buildItWith(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<CommandResult>;
  /** Starts it, and gives ways to end it: as Ctrl-C does, or without a word. */
  startBuildIt(...args: readonly string[]): Started;
  /** A connection of the test's own to the development database. */
  connect(): Promise<Client>;
  /** Writes files of the model, by their path in `busm/crm`; null removes one. */
  writeModel(files: Readonly<Record<string, string | null>>): Promise<void>;
  /** Runs SQL on the development database, or on another one of the same server. */
  query<Row extends object>(text: string, database?: string): Promise<readonly Row[]>;
  /** Runs `work` on a copy of the development database, which takes its place for that long. */
  onCopy<T>(work: () => Promise<T>): Promise<T>;
  /** All that is in the development database, as text: its schemas and the rows of the history. */
  describeDatabase(): Promise<string>;
  /** Back to nothing: no model, no iterations, an empty development database. */
  reset(): Promise<void>;
  /** The text of a file under the application. */
  read(path: string): Promise<string>;
  /** The SHA-256 of every file under `database/` and `busm/`, by path. */
  hashFiles(): Promise<Readonly<Record<string, string>>>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** The config of a test's application: the pipeline up to the database, since nothing later is under test. */
const config = (
  environments: string,
  major: number,
  settings: string,
): string => `import { defineConfig } from "@build-it/build-it/config";

export default defineConfig({
  module: "crm",
  busm: "../../busm",
  postgres: ${major},
  environments: { ${environments} },${settings === "" ? "" : `\n  ${settings},`}
  stages: (pipeline) => ({ steps: pipeline.steps.slice(0, 3) }),
});
`;

const development = `development: { apply: "auto", target: { embedded: true } }`;

/** Makes a workspace. It holds its server for as long as it lives, so that commands need not start one each. */
export async function createWorkspace(
  options: { readonly environments?: string; readonly major?: 17 | 18; readonly settings?: string } = {},
): Promise<Workspace> {
  const { major = 17, environments = "", settings = "" } = options;
  const root = await mkdtemp(join(tmpdir(), "build-it-end-to-end-"));
  // PostgreSQL refuses to run as root; whoever it runs as instead must be able to reach its data.
  await chmod(root, 0o755);
  const app = join(root, "apps", "crm");
  await mkdir(app, { recursive: true });
  await writeFile(join(app, "package.json"), JSON.stringify({ name: "crm", private: true, type: "module" }));
  await writeFile(join(app, "build-it.config.ts"), config(`${development}, ${environments}`, major, settings));
  const directory = join(app, ".build-it", "postgres");
  const server = await useServer({ directory, major, durable: false });
  return {
    root,
    app,
    buildIt: (...args) => start(args, app, {}).done,
    buildItWith: (env, ...args) => start(args, app, env).done,
    startBuildIt: (...args) => start(args, app, {}),
    async connect() {
      const client = new Client({ connectionString: server.urlOf("crm") });
      await client.connect();
      return client;
    },
    writeModel: (files) => writeFiles(join(root, "busm", "crm"), files),
    query: (text, database = "crm") => query(server, text, database),
    onCopy: (work) => onCopy(server, work),
    describeDatabase: () => describeDatabase(server),
    async reset() {
      await query(server, "DROP DATABASE IF EXISTS crm WITH (FORCE)", "postgres");
      await rm(join(app, "database"), { recursive: true, force: true });
      await rm(join(root, "busm"), { recursive: true, force: true });
    },
    read: (path) => readFile(join(app, path), "utf8"),
    hashFiles: async () => ({
      ...(await hashFolder(join(app, "database"))),
      ...(await hashFolder(join(root, "busm"))),
    }),
    async [Symbol.asyncDispose]() {
      await server.release();
      await resetServer({ directory });
      await rm(root, { recursive: true, force: true });
    },
  };
}

function start(args: readonly string[], cwd: string, more: Readonly<Record<string, string>>): Started {
  const env = { ...process.env, NO_COLOR: "1", CI: "true", ...more };
  const child = spawn(process.execPath, [command, ...args], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const done = new Promise<CommandResult>((resolveWith, fail) => {
    child.on("error", fail);
    child.on("close", (exitCode) => resolveWith({ exitCode, stdout, stderr }));
  });
  return { done, interrupt: () => child.kill("SIGINT"), kill: () => child.kill("SIGKILL") };
}

async function writeFiles(folder: string, files: Readonly<Record<string, string | null>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const place = join(folder, path);
    if (text === null) await rm(place);
    else {
      await mkdir(dirname(place), { recursive: true });
      await writeFile(place, text);
    }
  }
}

async function query<Row extends object>(server: ServerLease, text: string, database: string): Promise<readonly Row[]> {
  await ensureDatabase(server, database);
  const client = new Client({ connectionString: server.urlOf(database) });
  await client.connect();
  try {
    const { rows } = await client.query<Row>(text);
    return rows ?? [];
  } finally {
    await client.end();
  }
}

async function onCopy<T>(server: ServerLease, work: () => Promise<T>): Promise<T> {
  const administer = (text: string) => query(server, text, "postgres");
  await administer("ALTER DATABASE crm RENAME TO crm_original");
  try {
    await administer("CREATE DATABASE crm TEMPLATE crm_original STRATEGY file_copy");
    return await work();
  } finally {
    await administer("DROP DATABASE IF EXISTS crm WITH (FORCE)");
    await administer("ALTER DATABASE crm_original RENAME TO crm");
  }
}

async function describeDatabase(server: ServerLease): Promise<string> {
  const client = new Client({ connectionString: server.urlOf("crm") });
  await client.connect();
  try {
    const { schema, unmodelled } = await introspectSchema(client, { schemas: ["public", "build_it", "auth"] });
    const { rows } = await client.query("SELECT * FROM build_it.migration_history ORDER BY id");
    const { rows: state } = await client.query("SELECT * FROM build_it.verified_state");
    return JSON.stringify({ objects: [...schema.objects], unmodelled, rows, state }, null, 1);
  } finally {
    await client.end();
  }
}

async function hashFolder(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hashed = await Promise.all(
    files.map(
      async (file) =>
        [
          relative(folder, file),
          createHash("sha256")
            .update(await readFile(file))
            .digest("hex"),
        ] as const,
    ),
  );
  return Object.fromEntries(hashed.sort(([a], [b]) => (a < b ? -1 : 1)));
}
