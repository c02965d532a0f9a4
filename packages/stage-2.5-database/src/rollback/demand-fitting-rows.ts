import type { Client } from "pg";
import { findRefusals } from "../2-guard/find-breaking-changes.ts";
import { askAbout } from "../2-guard/guard-changes.ts";
import { tryOut } from "../4-rehearse/read-schema.ts";
import { Halt } from "../5-apply/connect.ts";
import { onTheWayBack } from "../diagnostics/guard.ts";
import { changesBack, type StepBack } from "./changes-back.ts";

/**
 * Asks the rows, before anything is run, whether the schemas that a rollback leads to take them. Throws a halt with those that
 * do not fit. What the rollback itself makes of rows is not known before, and PostgreSQL has the last word.
 */
export async function demandFittingRows(client: Client, steps: readonly StepBack[]): Promise<void> {
  const told = untilRowsChange(steps);
  const refusals = changesBack(told).flatMap((change, index) => {
    const iteration = (told[index]?.iteration.record.iteration ?? 1) - 1;
    return findRefusals(change).map(({ diagnostic, question }) => ({
      diagnostic: onTheWayBack(diagnostic, iteration),
      question,
      whenUnknown: "pass" as const,
      whenNone: "pass" as const,
    }));
  });
  if (refusals.length === 0) return;
  const { halting } = await tryOut(client, () => askAbout(refusals, client));
  if (halting.length > 0)
    throw new Halt(
      {
        kind: "breaking_change",
        message: "Rows that are there do not fit where the rollback leads. Nothing was rolled back.",
      },
      halting,
    );
}

/** The reverse of a data step may mend what is in the way; from there on nobody can tell. */
function untilRowsChange(steps: readonly StepBack[]): readonly StepBack[] {
  const reversed = (when: string) => (step: StepBack) =>
    (step.iteration.record.steps ?? []).some(({ file, reverse }) => reverse !== null && file.includes(`.${when}.`));
  const first = steps.findIndex(reversed("after"));
  const past = steps.findIndex(reversed("before")) + 1;
  return steps.slice(0, Math.min(...[first, past || -1].map((end) => (end < 0 ? steps.length : end))));
}
