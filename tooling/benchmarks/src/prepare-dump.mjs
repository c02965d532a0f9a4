import { readFile } from "node:fs/promises";
import { availableMajors, createTestDatabase } from "@build-it/test-databases";
import { runStatements } from "./databases.mjs";

/** What the policies and grants of generated migrations speak of. */
const roles = ["anon", "authenticated", "service_role"].map(
  (role) => `DO $$ BEGIN CREATE ROLE ${role} NOLOGIN; EXCEPTION WHEN duplicate_object THEN END $$`,
);

/**
 * A database for `pg_dump`. The embedded PostgreSQL comes without that program, and the system's refuses a server newer
 * than itself; so it dumps the same schema from a server of the system's own.
 *
 * @param {readonly string[]} programs Those that this machine has.
 * @returns {Promise<{ commandFor(migration: string): Promise<readonly string[]>, drop(): Promise<void> } | null>} Null
 *   where the machine has no such program and server. `commandFor` fills the database the first time.
 */
export async function prepareDump(programs) {
  if (!programs.includes("pg_dump") || !availableMajors().includes(15)) return null;
  const database = await createTestDatabase({ major: 15 });
  let isFilled = false;
  return {
    async commandFor(migration) {
      if (!isFilled) await runStatements(database.url, [...roles, await readFile(migration, "utf8")]);
      isFilled = true;
      return ["pg_dump", "-s", "-d", database.url];
    },
    drop: () => database.drop(),
  };
}
