import type { StageContext } from "@build-it/stage-contract";
import type { Client } from "pg";
import { tryOut } from "../4-rehearse/read-schema.ts";
import { Halt, messageOf } from "../5-apply/connect.ts";
import { stepRefusedByRows } from "../diagnostics/steps.ts";
import { renderSteps } from "./render-steps.ts";
import { recordedStep, type SqlStep, stepsAt } from "./sql-step.ts";
import { runFile } from "./typescript/run-file.ts";

const lockTimeoutMs = 3_000;

/**
 * Asks the rows as the steps before the schema change will leave them: these are there to mend what the change would not
 * survive. They run in a transaction that is taken back, and only where a run applies by itself: elsewhere looking must
 * not keep writers waiting, and nobody is asked.
 */
export async function asStepsLeaveRows<T>(
  rows: Client | null,
  { steps, context }: { readonly steps: readonly SqlStep[]; readonly context: StageContext },
  ask: (rows: Client | null) => Promise<T>,
): Promise<T> {
  if (rows === null) return ask(null);
  const before = stepsAt(steps, "before");
  if (before.length > 0 && context.environment.apply !== "auto") return ask(null);
  return tryOut(rows, async () => {
    for (const step of before) await runOnRows(rows, step);
    return ask(rows);
  });
}

async function runOnRows(rows: Client, step: SqlStep): Promise<void> {
  try {
    await rows.query(`SET LOCAL lock_timeout = ${lockTimeoutMs}`);
    await runFile(rows, { sql: renderSteps([step]).before, steps: [recordedStep(step)] });
  } catch (error) {
    throw new Halt({ kind: "breaking_change", message: "The rows that are there do not allow a data step." }, [
      stepRefusedByRows(step.file, messageOf(error)),
    ]);
  }
}
