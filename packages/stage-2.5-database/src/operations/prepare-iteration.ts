import type { Configuration } from "@build-it/artifacts";
import type { ObjectId, Plan } from "@build-it/postgres-schema";
import { type Diagnostic, type StageContext, step } from "@build-it/stage-contract";
import type { Client } from "pg";
import { guardChanges } from "../2-guard/guard-changes.ts";
import { planBothWays, planForward } from "../3-write/plan-both-ways.ts";
import type { DatabaseFiles } from "../3-write/read-database-files.ts";
import { summarizeChanges } from "../3-write/summarize-changes.ts";
import { writeMigration } from "../3-write/write-migration.ts";
import { readSaidInSql } from "../4-rehearse/read-said-in-sql.ts";
import { rehearseMigration } from "../4-rehearse/rehearse-migration.ts";
import { Halt } from "../5-apply/connect.ts";
import { asStepsLeaveRows } from "../data-steps/as-steps-leave-rows.ts";
import { explainSteps } from "../data-steps/explain-steps.ts";
import { recordedStep } from "../data-steps/sql-step.ts";
import { takeSteps } from "../data-steps/take-steps.ts";
import { checkStepTypes } from "../data-steps/typescript/check-step-types.ts";
import { knownSteps } from "../data-steps/typescript/run-file.ts";
import type { DatabaseProject } from "../project.ts";
import { designWithout } from "../retire/without-retired.ts";
import { type PreparedIteration, recordIteration } from "./record-iteration.ts";
import { keyOf, recallNothingNew, rememberNothingNew } from "./remember-nothing-new.ts";

export interface Preparation {
  readonly configuration: Configuration;
  readonly files: DatabaseFiles;
  readonly project: DatabaseProject;
  readonly context: StageContext;
  /** The target, where it stands at the last iteration: its rows are asked what a change would do to them. */
  readonly rows?: Client | null;
  /** Whether the caller puts the iteration on disk; else it only looks at it. */
  readonly recorded?: boolean;
  /** What is no longer kept for earlier iterations. */
  readonly retire?: ReadonlySet<ObjectId>;
  /** Whether it begins the history of databases that stand there already. */
  readonly baseline?: boolean;
}

/** What the model asks for now: the next iteration, or null where it asks for nothing new. */
export interface Prepared {
  readonly next: PreparedIteration | null;
  /** Warnings and notes about the model. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Design, compare, guard, write and rehearse, in memory. Throws a halt for what cannot go on. */
export async function prepareIteration(preparation: Preparation): Promise<Prepared> {
  const { configuration, files, context, project, rows = null } = preparation;
  const { recorded = false, retire = new Set(), baseline = false } = preparation;
  const steps = await takeSteps(project, files.iterations);
  const key = keyOf(configuration, files);
  const known = steps.length > 0 || retire.size > 0 ? undefined : await recallNothingNew(project, key);
  if (known !== undefined) {
    await step(
      context,
      { step: "compare", title: "Comparing with the last iteration", detail: describeNothing },
      () => {},
    );
    return { next: null, diagnostics: known };
  }
  const previous = files.snapshot?.design ?? null;
  const designed = await step(
    context,
    { step: "design", title: "Designing the schema", detail: ({ schema }) => `${schema.objects.size} objects` },
    async () =>
      designWithout(configuration, {
        previous,
        retired: retire,
        said: await readSaidInSql(configuration, project, context.signal),
      }),
  );
  const errors = designed.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0)
    throw new Halt({ kind: "invalid_model", message: "The model cannot become a database." }, designed.diagnostics);
  const forward = await step(
    context,
    { step: "compare", title: "Comparing with the last iteration", detail: describePlan },
    () => planForward(designed, files),
  );
  if (forward.steps.length === 0 && steps.length === 0) {
    await rememberNothingNew(project, key, designed.diagnostics);
    return { next: null, diagnostics: designed.diagnostics };
  }
  const notes = await step(context, { step: "guard", title: "Guarding rows and earlier iterations" }, async () => {
    const change = { difference: forward.difference, designed, previous };
    const { halting, notes } = await asStepsLeaveRows(rows, { steps, context }, (asked) =>
      guardChanges(change, { files: configuration, rows: asked }),
    );
    if (halting.length > 0)
      throw new Halt(
        {
          kind: "breaking_change",
          message:
            "A change of the model could lose data or break earlier iterations, and the model does not say how to go about it.",
        },
        halting,
      );
    return notes;
  });
  const plans = planBothWays(designed, { files, forward, changes: baseline ? "simple" : project.changes, steps });
  const summary = {
    ...summarizeChanges(forward.difference, designed.renames, designed.design),
    dataSteps: steps.map(({ name }) => name),
  };
  const migration = writeMigration({ plans, steps, summary, designed, files, now: context.now(), baseline });
  const rehearsed = await step(context, { step: "rehearse", title: "Rehearsing on the shadow: up, down, up" }, () =>
    explainSteps(steps, () =>
      rehearseMigration(project, {
        files,
        migration,
        designed,
        steps: knownSteps({ steps: steps.map(recordedStep) }),
        recorded,
        signal: context.signal,
      }),
    ),
  );
  await checkStepTypes(project, { steps, files, designed, rehearsed, signal: context.signal });
  return {
    next: recordIteration({
      migration,
      plans,
      steps,
      summary,
      designed,
      rehearsed,
      files,
      now: context.now(),
      baseline,
    }),
    diagnostics: [...designed.diagnostics, ...notes],
  };
}

const describeNothing = (): string => "nothing changed";

const describePlan = ({ steps }: Plan): string =>
  steps.length === 0 ? describeNothing() : `${steps.length} ${steps.length === 1 ? "statement" : "statements"}`;
