import type { StageContext } from "@build-it/stage-contract";
import type { Client } from "pg";
import type { Iteration } from "../3-write/read-database-files.ts";
import { readHistoryRows } from "../5-apply/history.ts";
import { restoreQuestion } from "../diagnostics/archive.ts";
import { entriesFor, readEntries } from "./archive-entry.ts";
import { describeEntry } from "./describe-rows.ts";

/**
 * Whether what was archived when these iterations were taken back comes back with them. In `auto` it does, unless somebody
 * says no. Elsewhere a person is asked, and where nobody is there it waits: what was approved is a migration.
 */
export async function decideRestore(
  client: Client,
  pending: readonly Iteration[],
  context: StageContext,
): Promise<boolean> {
  const entries = await readEntries(client);
  if (entries.length === 0) return true;
  const history = await readHistoryRows(client);
  const found = pending.flatMap(({ record }) =>
    entriesFor(entries, history, { iteration: record.iteration, action: "apply", record_hash: record.hash }),
  );
  if (found.length === 0) return true;
  const byItself = context.environment.apply === "auto";
  const choice = await context.decide<"leave" | "restore">({
    kind: "restore_rows",
    question: restoreQuestion(found.map((entry) => ({ ...describeEntry(entry), rows: entry.rows_left }))),
    choices: [
      { choice: "leave", label: "Leave in the archive", key: "l" },
      { choice: "restore", label: "Bring back", key: "b" },
    ],
    unattended: byItself ? "restore" : "leave",
    ...(byItself ? { informs: true } : {}),
  });
  return choice === "restore";
}
