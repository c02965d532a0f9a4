import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { timeProcess } from "./time-process.mjs";

/** The pipeline ends with the database: what comes after it is not measured. */
const config = `import { defineConfig } from "@build-it/build-it/config";

export default defineConfig({
  module: "crm",
  busm: "../../busm",
  environments: { development: { apply: "auto", target: { embedded: true } } },
  stages: (pipeline) => ({ steps: pipeline.steps.slice(0, 3) }),
});
`;

/**
 * Makes an application in a temporary folder, with an embedded PostgreSQL of its own that runs until `close`.
 *
 * @param {string} cli The `build-it` command's file.
 */
export async function openWorkspace(cli) {
  const root = await mkdtemp(join(tmpdir(), "build-it-benchmark-"));
  // PostgreSQL refuses to run as root; whoever it runs as instead must be able to reach its data.
  await chmod(root, 0o755);
  const app = join(root, "apps", "crm");
  await mkdir(app, { recursive: true });
  await writeFile(join(app, "package.json"), JSON.stringify({ name: "crm", private: true, type: "module" }));
  await writeFile(join(app, "build-it.config.ts"), config);

  /** @param {readonly string[]} args */
  const command = (...args) => [process.execPath, cli, ...args];
  /** @param {readonly string[]} args */
  const buildIt = (...args) => timeProcess(command(...args), { cwd: app });
  const close = async () => {
    // Also stops the server.
    await buildIt("db", "reset", "--yes").catch(() => {});
    await rm(root, { recursive: true, force: true });
  };
  try {
    const { stdout } = await buildIt("db", "url");
    return {
      app,
      /** Of the development database. */
      url: stdout.trim(),
      command,
      buildIt,
      /** @param {Readonly<Record<string, string>>} files Text by path in the model's folder. */
      async writeModel(files) {
        for (const [path, text] of Object.entries(files)) {
          const file = join(root, "busm", "crm", path);
          await mkdir(dirname(file), { recursive: true });
          await writeFile(file, text);
        }
      },
      /** Takes the written iterations and every cache away. */
      async forget() {
        await rm(join(app, "database"), { recursive: true, force: true });
        await rm(join(app, "src"), { recursive: true, force: true });
        for (const name of ["cache", "runs"]) await rm(join(app, ".build-it", name), { recursive: true, force: true });
      },
      /** Takes the type files away, and what is known of them. */
      async forgetTypes() {
        await rm(join(app, "src"), { recursive: true, force: true });
        for (const name of ["types.json", "tables.json"])
          await rm(join(app, ".build-it", "cache", name), { force: true });
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @typedef {Awaited<ReturnType<typeof openWorkspace>>} Workspace */
