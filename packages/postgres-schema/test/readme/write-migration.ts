import { writeFile } from "node:fs/promises";
import { type DatabaseSchema, planMigration, planRollback, printScript } from "../../src/index.ts";

/** Writes the way from one schema to another, and the way back, as scripts for psql. */
export async function writeMigration(before: DatabaseSchema, after: DatabaseSchema, folder: string): Promise<void> {
  const options = { postgresMajor: 17 };
  await writeFile(`${folder}/up.sql`, printScript(planMigration(before, after, options), ["Forward"]));
  await writeFile(`${folder}/down.sql`, printScript(planRollback(before, after, options), ["Back"]));
}
