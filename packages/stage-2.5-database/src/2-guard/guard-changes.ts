import type { Configuration } from "@build-it/artifacts";
import type { Diagnostic } from "@build-it/stage-contract";
import type { Client } from "pg";
import { aboutRows, rowsSuit } from "../diagnostics/guard.ts";
import { askRows, type RowAnswer, type RowQuestion } from "./ask-rows.ts";
import { type BreakingChange, findBreakingChanges, type GuardedChange } from "./find-breaking-changes.ts";
import { guardBodies } from "./guard-bodies.ts";

export interface Guarded {
  /** What stops the run. */
  readonly halting: readonly Diagnostic[];
  /** What does not: that no row is in the way, and what is to be looked at. */
  readonly notes: readonly Diagnostic[];
}

/**
 * Finds the breaking changes and asks the rows of the target about them, where it can be asked. The SQL of `files` is
 * searched for names.
 */
export async function guardChanges(
  change: GuardedChange,
  { files, rows }: { readonly files: Configuration; readonly rows: Client | null },
): Promise<Guarded> {
  const { halting, notes } = await askAbout(findBreakingChanges(change), rows);
  const bodies = guardBodies(change, files);
  return {
    halting: [...halting, ...bodies.filter(({ severity }) => severity === "error")],
    notes: [...notes, ...bodies.filter(({ severity }) => severity !== "error")],
  };
}

/** Asks the rows about each change. `rows` is in a transaction, which goes on after a question that it cannot answer. */
export async function askAbout(changes: readonly BreakingChange[], rows: Client | null): Promise<Guarded> {
  const halting: Diagnostic[] = [];
  const notes: Diagnostic[] = [];
  for (const { diagnostic, question, whenUnknown, whenNone } of changes) {
    const answer = rows === null || question === null ? null : await askAside(rows, question);
    if (answer === null) {
      if (whenUnknown === "halt") halting.push(diagnostic);
    } else if (answer.rows > 0 || whenNone === "halt") halting.push(aboutRows(diagnostic, answer));
    else notes.push(rowsSuit(diagnostic, answer.total));
  }
  return { halting, notes };
}

async function askAside(rows: Client, question: RowQuestion): Promise<RowAnswer | null> {
  await rows.query("SAVEPOINT question");
  const answer = await askRows(rows, question).catch(noAnswer);
  await rows.query(answer === null ? "ROLLBACK TO question" : "RELEASE question");
  return answer;
}

/** A condition may be more than this server, or the rows of before, can answer; anything else is no answer of theirs. */
function noAnswer(error: unknown): null {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/^(22|42)/.test(code)) return null;
  throw error;
}
