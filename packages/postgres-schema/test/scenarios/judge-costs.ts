import type { Hazard, Plan } from "../../src/index.ts";
import { type Measured, strengthOf } from "./measure-plan.ts";

/** A declared hazard that says more than one that was seen. */
const covers: Partial<Readonly<Record<Hazard, readonly Hazard[]>>> = {
  // To write every row it is read, and its indexes are built.
  scans_table: ["rewrites_table", "blocks_writes"],
  blocks_writes: ["rewrites_table"],
};

/** What steps were seen to cost and do not declare, a line each. */
export const undeclaredCosts = ({ steps }: Plan, measured: readonly Measured[]): readonly string[] =>
  steps.flatMap(({ sql, lock, hazards }, index) => {
    const { lock: taken, hazards: seen } = measured[index] ?? { lock: null, hazards: [] };
    const undeclared = seen.filter(
      ([hazard]) => ![hazard, ...(covers[hazard] ?? [])].some((declared) => hazards.includes(declared)),
    );
    return [
      ...(taken !== null && strengthOf(taken.mode) > strengthOf(lock)
        ? [`it declares the lock ${lock} and takes ${taken.mode} on ${taken.on}`]
        : []),
      ...undeclared.map(([hazard, what]) => `it does not declare ${hazard}: ${what}`),
    ].map((cost) => `${cost} > ${sql.text}`);
  });

/** Locks that are declared stronger than what was taken, a line each: no danger, but a false alarm. */
export const overstatedCosts = ({ steps }: Plan, measured: readonly Measured[]): readonly string[] =>
  steps.flatMap(({ sql, lock, hazards }, index) => {
    const { lock: taken, hazards: seen } = measured[index] ?? { lock: null, hazards: [] };
    const unseen = hazards.filter(
      (hazard) =>
        ["rewrites_table", "scans_table", "blocks_writes", "locks_other_table"].includes(hazard) &&
        !seen.some(([found]) => found === hazard),
    );
    return [
      ...(taken !== null && strengthOf(taken.mode) < strengthOf(lock) ? [`lock ${lock}, taken ${taken.mode}`] : []),
      ...unseen.map((hazard) => `${hazard}, not seen`),
    ].map((cost) => `${cost} > ${sql.text}`);
  });
