import { Halt } from "../5-apply/connect.ts";
import { stepsWereRehearsed } from "../diagnostics/steps.ts";
import type { SqlStep } from "./sql-step.ts";

/** A rehearsal that fails with data steps in it: says what a rehearsal asks of them. */
export async function explainSteps<T>(steps: readonly SqlStep[], rehearse: () => Promise<T>): Promise<T> {
  try {
    return await rehearse();
  } catch (error) {
    if (!(error instanceof Halt) || error.reason.kind !== "verification_failed" || steps.length === 0) throw error;
    throw new Halt(error.reason, [...error.diagnostics, stepsWereRehearsed(steps.map(({ file }) => file))]);
  }
}
