import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { emptyDatabase, runStatements, withDatabase } from "./databases.mjs";
import { changedEntity, modelFiles, withOneMoreField } from "./model-files.mjs";
import { measureMemory, timeProcess } from "./time-process.mjs";

/** How often each job but the first build is repeated in a pass. */
const repeats = 3;

/**
 * One pass over all jobs, each as a process of its own, in the order in which a user meets them.
 *
 * @param {{
 *   workspace: import("./open-workspace.mjs").Workspace,
 *   tables: number,
 *   psql: boolean,
 *   dump: ((migration: string) => Promise<readonly string[]>) | null,
 *   note: (job: string, seconds: number) => void,
 *   noteMemory: (job: string, megabytes: number) => void,
 * }} round `dump` gives the command that dumps a database with that migration; `note` takes every single time.
 */
export async function measureRound({ workspace, tables, psql, dump, note, noteMemory }) {
  const { app, url, buildIt } = workspace;
  const files = modelFiles(tables);
  const floor = withDatabase(url, "floor");

  /** @param {string} job @param {readonly string[]} args */
  const time = async (job, ...args) => note(job, (await buildIt(...args)).seconds);
  /** @param {string} job @param {readonly string[]} command */
  const timeCommand = async (job, command) => note(job, (await timeProcess(command, { cwd: app })).seconds);
  /** @param {string} job @param {string} migration */
  const timePsql = async (job, migration) => {
    if (psql) await timeCommand(job, ["psql", "-X", "-1", "-q", "-v", "ON_ERROR_STOP=1", "-d", floor, "-f", migration]);
  };

  await workspace.forget();
  await workspace.writeModel(files);
  await emptyDatabase(url);
  await time("first build", "run", "--to", "2.5");
  await emptyDatabase(floor);
  const first = await lastMigration(app);
  await timePsql("psql, the first migration", first);
  const dumping = await dump?.(first);

  for (let repeat = 0; repeat < repeats; repeat++) {
    await timeCommand("node -e 0", [process.execPath, "-e", "0"]);
    if (dumping !== undefined) await timeCommand("pg_dump -s", dumping);
    await time("nothing to do", "run", "--to", "2.5");
    await time("verify, nothing changed", "verify");
    await runStatements(url, ["DELETE FROM build_it.verified_state"]);
    await time("verify, all compared", "verify");
    await time("types", "types");
    await workspace.forgetTypes();
    await time("types, written anew", "types");
  }
  await runStatements(url, ["DELETE FROM build_it.verified_state"]);
  noteMemory("verify, all compared", await measureMemory(workspace.command("verify"), { cwd: app }));
  noteMemory("nothing to do", await measureMemory(workspace.command("run", "--to", "2.5"), { cwd: app }));

  let changed = files[changedEntity] ?? "";
  for (let repeat = 0; repeat < repeats; repeat++) {
    changed = withOneMoreField(changed, `added${repeat}`);
    await workspace.writeModel({ [changedEntity]: changed });
    await time("one column added", "run", "--to", "2.5");
    await timePsql("psql, the column", await lastMigration(app));
  }
}

/** @param {string} app */
async function lastMigration(app) {
  const folder = join(app, "database", "migrations");
  return join(folder, (await readdir(folder)).sort().at(-1) ?? "");
}
