import { execFileSync, type SpawnOptions, spawn } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const repository = join(import.meta.dirname, "../../..");

/** What a command printed, on both streams as they came, and how it ended. */
export interface CommandEnd {
  readonly exitCode: number | null;
  readonly printed: string;
}

/** The repository as a newcomer has it after cloning: nothing installed, nothing built. */
export interface RepositoryCopy {
  readonly root: string;
  /** Runs a line as a shell does, with nobody at the terminal. */
  run(line: string): Promise<CommandEnd>;
  /**
   * Runs a line that serves something until Ctrl-C: calls `visit` with the URL that it prints, then stops it as Ctrl-C
   * does. Gives what it printed; it has ended by then.
   */
  serve(line: string, visit: (url: string) => Promise<void>): Promise<string>;
  /** Stops and deletes the databases, and the copy. */
  remove(): Promise<void>;
}

/** Copies what git tracks, or would track, into a temporary folder whose name has a space in it. */
export function copyRepository(): RepositoryCopy {
  const root = mkdtempSync(join(tmpdir(), "build it tour-"));
  // PostgreSQL refuses to run as root; whoever it runs as instead must be able to reach its data.
  chmodSync(root, 0o755);
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: repository,
    encoding: "utf8",
  });
  for (const path of new Set(listed.split("\0").filter((name) => name !== "")))
    if (existsSync(join(repository, path))) cpSync(join(repository, path), join(root, path));
  const options: SpawnOptions = { cwd: root, env: environment(), stdio: ["ignore", "pipe", "pipe"], detached: true };
  const run = (line: string) => runLine(line, options);
  return {
    root,
    run,
    serve: async (line, visit) => (await runLine(line, options, visit)).printed,
    async remove() {
      if (existsSync(join(root, "apps/cli/dist"))) await run("node apps/cli/bin/build-it.js db reset --yes");
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/**
 * A newcomer's environment, but that packages come from the store they were installed from and builds from the cache they
 * were put in, so that nothing is downloaded or built a second time: where they lack something, the tour takes longer.
 */
function environment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS, VITEST, FORCE_COLOR, BUILD_IT_ENV, DATABASE_URL, ...rest } = process.env;
  return {
    ...rest,
    ...storeOf(join(repository, "node_modules/.modules.yaml")),
    TURBO_CACHE_DIR: join(repository, ".turbo/cache"),
    CI: "true",
    NO_COLOR: "1",
    LC_ALL: "C.UTF-8",
  };
}

/** pnpm would make a store of its own for a folder on another disk. */
function storeOf(modulesFile: string): NodeJS.ProcessEnv {
  const [, storeDir] = /"?storeDir"?: "?([^"\n]+)"?/.exec(readFileSync(modulesFile, "utf8")) ?? [];
  return storeDir === undefined ? {} : { npm_config_store_dir: dirname(storeDir) };
}

function runLine(line: string, options: SpawnOptions, visit?: (url: string) => Promise<void>): Promise<CommandEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn("sh", ["-c", line], options);
    let printed = "";
    let visited = visit === undefined;
    const listen = (chunk: Buffer) => {
      printed += chunk.toString();
      const [, url] = /^Serving (\S+)/m.exec(printed) ?? [];
      if (visited || url === undefined) return;
      visited = true;
      // To the whole group, as a terminal does.
      visit?.(url)
        .catch(reject)
        .finally(() => process.kill(-(child.pid ?? 0), "SIGINT"));
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode, printed }));
  });
}
