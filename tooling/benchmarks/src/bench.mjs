// How long the built command takes on generated models. Whole processes; medians; what counts are the ratios to the
// floors of the same run, since the times move with the machine.
import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { measureReading } from "./measure-reading.mjs";
import { measureRound } from "./measure-round.mjs";
import { openWorkspace } from "./open-workspace.mjs";
import { prepareDump } from "./prepare-dump.mjs";
import { printMemory, printTable } from "./print-table.mjs";

const usage = `Usage: npm run bench -- [options]

  --tables <number>  how many tables; several times (10, 100, 1000)
  --rounds <number>  passes over all jobs (3)
  --reading          how the library reads and compares a schema, and nothing else
  --cli <file>       another build of the command, to compare two
  --help             these lines`;

const values = readOptions();
if (values.help) {
  console.log(usage);
  process.exit(0);
}

const programs = ["psql", "pg_dump"].filter((name) => spawnSync(name, ["--version"]).status === 0);

for (const tables of values.tables) console.log((await measure(Number(tables))).join("\n"));

function readOptions() {
  try {
    return parseArgs({
      options: {
        tables: { type: "string", multiple: true, default: ["10", "100", "1000"] },
        rounds: { type: "string", default: "3" },
        reading: { type: "boolean", default: false },
        cli: { type: "string", default: resolve(import.meta.dirname, "../../../apps/cli/bin/build-it.js") },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    return process.exit(2);
  }
}

/** @param {number} tables @returns {Promise<readonly string[]>} */
async function measure(tables) {
  /** @type {Map<string, number[]>} */
  const times = new Map();
  /** @param {string} job @param {number} seconds */
  const note = (job, seconds) => {
    times.set(job, [...(times.get(job) ?? []), seconds]);
    console.error(`${tables}  ${job}: ${seconds.toFixed(2)} s`);
  };
  /** @type {Map<string, number>} */
  const peaks = new Map();
  /** @param {string} job @param {number} megabytes */
  const noteMemory = (job, megabytes) => peaks.set(job, Math.max(megabytes, peaks.get(job) ?? 0));
  await (values.reading
    ? measureReading({ tables, rounds: Number(values.rounds), programs, note, noteMemory })
    : measureCommands({ tables, note, noteMemory }));
  const machine = `Node.js ${process.versions.node}, ${availableParallelism()} cores, ${values.rounds} passes`;
  return ["", `${tables} tables (${machine})`, "", ...printTable(times), "", ...printMemory(peaks)];
}

/**
 * @param {{
 *   tables: number,
 *   note: (job: string, seconds: number) => void,
 *   noteMemory: (job: string, megabytes: number) => void,
 * }} measured
 */
async function measureCommands({ tables, note, noteMemory }) {
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
        noteMemory,
      });
  } finally {
    await workspace.close();
    await dump?.drop();
  }
}
