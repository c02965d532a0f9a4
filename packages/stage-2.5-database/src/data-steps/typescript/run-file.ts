import type { IterationRecord } from "@build-it/artifacts";
import type { Client } from "pg";
import { Halt, messageOf } from "../../5-apply/connect.ts";
import { stepFailed } from "../../diagnostics/steps.ts";
import { loadStep } from "./load-step.ts";
import { stepDatabase } from "./step-database.ts";
import { type KnownSteps, splitCalls, type TypescriptCall } from "./typescript-block.ts";

/**
 * Runs the text of a migration or a rollback in the open transaction: its SQL, and in their places the TypeScript steps that its
 * record knows. Throws PostgreSQL's errors with their position in the whole text, and a halt for a step that failed by itself.
 */
export async function runFile(
  client: Client,
  { sql, steps }: { readonly sql: string; readonly steps: KnownSteps },
): Promise<void> {
  for (const piece of splitCalls(sql, steps)) {
    if (piece.kind === "call") await runCall(client, piece.call);
    else if (piece.text.trim() !== "") await runSql(client, sql, piece);
  }
}

async function runSql(
  client: Client,
  whole: string,
  { text, offset }: { readonly text: string; readonly offset: number },
): Promise<void> {
  try {
    await client.query(text);
  } catch (error) {
    if (error instanceof Error && "position" in error)
      // PostgreSQL counts characters, not UTF-16 code units.
      error.position = String(Number(error.position) + [...whole.slice(0, offset)].length);
    throw error;
  }
}

async function runCall(client: Client, { file, export: name, source }: TypescriptCall): Promise<void> {
  const loaded = await loadStep(file, source);
  const run = loaded.status === "loaded" ? loaded.module[name] : null;
  if (run === null) throw failed(file, loaded.status === "refused" ? loaded.problem : `it exports no ${name}`);
  try {
    await run(stepDatabase(client));
  } catch (error) {
    if (!(error instanceof Error) || !("severity" in error)) throw failed(file, messageOf(error));
    // PostgreSQL's own: the lock that it waited for is waited for again. Its position is none of the migration's text.
    error.message = `${file}: ${error.message}`;
    if ("position" in error) error.position = undefined;
    throw error;
  }
}

/** The files of steps, and of their reverses, that an iteration took. */
export const knownSteps = ({ steps = [] }: Pick<IterationRecord, "steps">): KnownSteps =>
  steps.flatMap(({ file, checksum, reverse }) => [{ file, checksum }, ...(reverse === null ? [] : [reverse])]);

const failed = (file: string, problem: string): Halt =>
  new Halt({ kind: "verification_failed", message: `${file} failed. Nothing was kept.` }, [stepFailed(file, problem)]);
