import { join } from "node:path";
import { availableMajors, createTestDatabase } from "@build-it/test-databases";
import { runStatements } from "./databases.mjs";
import { schemaStatements } from "./schema-statements.mjs";
import { measureMemory, timeProcess } from "./time-process.mjs";

const program = join(import.meta.dirname, "read-and-compare.mjs");
const here = { cwd: import.meta.dirname };

/**
 * Reading and comparing with the library alone, without a model or a command around it, beside `pg_dump -s` of the same
 * database: on the system's PostgreSQL where there is that program, else on the embedded one without it.
 *
 * @param {{
 *   tables: number,
 *   rounds: number,
 *   programs: readonly string[],
 *   note: (job: string, seconds: number) => void,
 *   noteMemory: (job: string, megabytes: number) => void,
 * }} reading
 */
export async function measureReading({ tables, rounds, programs, note, noteMemory }) {
  const dumps = programs.includes("pg_dump") && availableMajors().includes(15);
  const database = await createTestDatabase({ major: dumps ? 15 : 17 });
  try {
    await runStatements(database.url, [...schemaStatements(tables), "ANALYZE"]);
    const read = [process.execPath, program, database.url];
    const { stdout } = await timeProcess(read, here);
    const compare = [...read, stdout.trim()];
    for (let round = 0; round < rounds; round++) {
      note("node -e 0", (await timeProcess([process.execPath, "-e", "0"], here)).seconds);
      if (dumps) note("pg_dump -s", (await timeProcess(["pg_dump", "-s", "-d", database.url], here)).seconds);
      note("library, read and compared", (await timeProcess(compare, here)).seconds);
    }
    noteMemory("library, read and compared", await measureMemory(compare, here));
  } finally {
    await database.drop();
  }
}
