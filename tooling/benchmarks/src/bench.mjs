// How long the built command takes on generated models. Whole processes; medians; what counts are the ratios to the
// floors of the same run, since the times move with the machine.
import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { measureRound } from "./measure-round.mjs";
import { openWorkspace } from "./open-workspace.mjs";
import { prepareDump } from "./prepare-dump.mjs";
import { printTable } from "./print-table.mjs";

const { values } = parseArgs({
  options: {
    /** How many tables; may be said more than once. */
    tables: { type: "string", multiple: true, default: ["100", "1000"] },
    /** Passes over all jobs. */
    rounds: { type: "string", default: "3" },
    /** Another build of the command, to compare two. */
    cli: { type: "string", default: resolve(import.meta.dirname, "../../../apps/cli/bin/build-it.js") },
  },
});

const programs = ["psql", "pg_dump"].filter((name) => spawnSync(name, ["--version"]).status === 0);

for (const tables of values.tables) console.log((await measure(Number(tables))).join("\n"));

/** @param {number} tables @returns {Promise<readonly string[]>} */
async function measure(tables) {
  /** @type {Map<string, number[]>} */
  const times = new Map();
  /** @param {string} job @param {number} seconds */
  const note = (job, seconds) => {
    times.set(job, [...(times.get(job) ?? []), seconds]);
    console.error(`${tables}  ${job}: ${seconds.toFixed(2)} s`);
  };
  const dump = await prepareDump(programs);
  const workspace = await openWorkspace(resolve(values.cli));
  try {
    for (let round = 0; round < Number(values.rounds); round++)
      await measureRound({
        workspace,
        tables,
        psql: programs.includes("psql"),
        dump: dump?.commandFor ?? null,
        note,
      });
  } finally {
    await workspace.close();
    await dump?.drop();
  }
  const machine = `Node.js ${process.versions.node}, ${availableParallelism()} cores, ${values.rounds} passes`;
  return ["", `${tables} tables (${machine})`, "", ...printTable(times)];
}
