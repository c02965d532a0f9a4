import {
  type DatabaseSchema,
  type Difference,
  emptySchema,
  idOf,
  type ObjectId,
  type OnlinePart,
  objectsOfKind,
  type Plan,
  type PlanOptions,
  planMigration,
  planOnline,
  planRollback,
} from "@build-it/postgres-schema";
import { columnBefore } from "../1-design/column-before.ts";
import type { Design, DesignResult } from "../1-design/design.ts";
import { schemaOf } from "../1-design/stored-objects.ts";
import { isWidening } from "../2-guard/is-widening.ts";
import { type SqlStep, stepsAt } from "../data-steps/sql-step.ts";
import type { DatabaseProject } from "../project.ts";
import { planOptionsFor } from "./plan-options.ts";
import type { DatabaseFiles } from "./read-database-files.ts";

/** What an iteration does, in parts that are each run and committed on their own; at least one. */
export interface Plans {
  readonly difference: Difference;
  readonly parts: readonly PlannedPart[];
}

/** A part, and the way from its end to before the iteration. */
export interface PlannedPart extends OnlinePart {
  readonly back: Plan;
}

// Which statements exist depends on the major version only where a plan must be for one version; this far none does.
export const plannedForMajor = 17;

/** The design that the next iteration starts from. */
export const designBefore = ({ snapshot }: DatabaseFiles): DatabaseSchema =>
  snapshot === null ? emptySchema : schemaOf(snapshot.design.objects);

/** From the last iteration's design to the one that is asked for now, as one plan. */
export const planForward = (designed: DesignResult, files: DatabaseFiles): Plan =>
  planMigration(designBefore(files), designed.schema, optionsOf(designed));

function optionsOf({ renames, backfills, conversions, valueMaps, copies }: DesignResult): PlanOptions {
  return { ...planOptionsFor(plannedForMajor), renames, backfills, conversions, valueMaps, copies };
}

/** The parts of an iteration, of which `forward` is all of it as one plan, and their ways back. */
export function planBothWays(
  designed: DesignResult,
  {
    files,
    forward,
    changes,
    steps,
  }: {
    readonly files: DatabaseFiles;
    readonly forward: Plan;
    readonly changes: DatabaseProject["changes"];
    readonly steps: readonly SqlStep[];
  },
): Plans {
  const before = designBefore(files);
  const found =
    changes === "online"
      ? planOnline(before, designed.schema, { ...optionsOf(designed), widened: widenedColumns(designed, before) })
      : [];
  const whole = transactionOf(forward.steps, designed.schema);
  const parts = besideSteps(found.length === 0 ? [whole] : found, { before, after: designed.schema, steps });
  return {
    difference: forward.difference,
    parts: parts.map((part) => ({ ...part, back: planBack(designed, files, part) })),
  };
}

/** Columns that only get more room. */
function widenedColumns({ schema, renames, conversions }: DesignResult, before: DatabaseSchema): ReadonlySet<ObjectId> {
  return new Set(
    objectsOfKind(schema, "column").flatMap((column) => {
      const id = idOf(column);
      const was = before.objects.get(columnBefore(id, renames));
      return was?.kind === "column" && !conversions.has(id) && isWidening(was.type, column.type) ? [id] : [];
    }),
  );
}

const transactionOf = (steps: OnlinePart["steps"], end: DatabaseSchema): OnlinePart => ({
  purpose: "change",
  run: { mode: "transaction" },
  steps,
  end,
});

/** Data steps run in transactions: where the first part that changes anything, or the last one, is none, they get one of their own. */
function besideSteps(
  parts: readonly OnlinePart[],
  {
    before,
    after,
    steps,
  }: { readonly before: DatabaseSchema; readonly after: DatabaseSchema; readonly steps: readonly SqlStep[] },
): readonly OnlinePart[] {
  const misses = (part: OnlinePart | undefined, when: SqlStep["when"]): boolean =>
    part?.run.mode !== "transaction" && stepsAt(steps, when).length > 0;
  return [
    ...(misses(
      parts.find(({ beforeRenames }) => !beforeRenames),
      "before",
    )
      ? [transactionOf([], before)]
      : []),
    ...parts,
    ...(misses(parts.at(-1), "after") ? [transactionOf([], after)] : []),
  ];
}

/** The way back from the end of a part. */
function planBack(designed: DesignResult, files: DatabaseFiles, { end, beforeRenames }: OnlinePart): Plan {
  if (beforeRenames) return planRollback(designBefore(files), end, planOptionsFor(plannedForMajor));
  const valueMaps = invertValueMaps(designed, files.snapshot?.design ?? null);
  const { renames, copies } = designed;
  const options = { ...planOptionsFor(plannedForMajor), renames, valueMaps, copies };
  return planRollback(designBefore(files), end, options);
}

/** A value that took another one's place goes back to it, where the earlier iteration does not know it. */
function invertValueMaps({ valueMaps, renames }: DesignResult, previous: Design | null): DesignResult["valueMaps"] {
  return new Map(
    [...valueMaps].flatMap(([column, map]) => {
      const before = columnBefore(column, renames);
      const known = previous?.enumValues[before] ?? [];
      const back = new Map([...map].flatMap(([from, to]) => (known.includes(to) ? [] : [[to, from] as const])));
      return back.size === 0 ? [] : [[before, back] as const];
    }),
  );
}
