import type { StageContext } from "@build-it/stage-contract";
import type { Iteration } from "../3-write/read-database-files.ts";
import { Halt } from "../5-apply/connect.ts";
import { stepWithoutWayBack } from "../diagnostics/steps.ts";

/** Asks for leave to take iterations back whose data steps have no reverse. Throws a halt where it is not given. */
export async function permitKeptSteps(
  undone: readonly Iteration[],
  wanted: { readonly to: number; readonly keepSteps: boolean; readonly label: string },
  context: StageContext,
): Promise<void> {
  const kept = undone.flatMap(({ record: { iteration, steps = [] } }) =>
    steps.flatMap(({ file, reverse }) => (reverse === null ? [{ iteration, file }] : [])),
  );
  if (kept.length === 0 || wanted.keepSteps) return;
  const choice = await context.decide<"cancel" | "keep" | "later">({
    kind: "keep_steps",
    question: `${kept.map(({ file }) => file).join(", ")} cannot be taken back: what was done to the rows of ${wanted.label} stays. Go on?`,
    choices: [
      { choice: "cancel", label: "Cancel", key: "c" },
      { choice: "keep", label: "Roll back the schema", key: "r" },
    ],
    unattended: "later",
  });
  if (choice === "keep") return;
  if (choice === "cancel") throw new Halt({ kind: "cancelled", message: "Cancelled. Nothing was rolled back." });
  throw new Halt(
    {
      kind: "approval_required",
      message: `Rolling back to iteration ${wanted.to} leaves what data steps did to rows.`,
      nextCommand: `build-it rollback --to ${wanted.to} --keep-steps`,
    },
    kept.map(({ file, iteration }) => stepWithoutWayBack(file, iteration)),
  );
}
