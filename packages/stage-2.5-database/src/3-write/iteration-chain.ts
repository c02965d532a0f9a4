import type { IterationRecord } from "@build-it/artifacts";
import { hashRecord } from "./iteration-record.ts";
import type { Iteration } from "./read-database-files.ts";

/** The number of the last iteration; 0 before the first. */
export const lastNumber = (iterations: readonly Iteration[]): number => iterations.at(-1)?.record.iteration ?? 0;

/** The iteration with a number; undefined where there is none, or where a baseline folds it. */
export const iterationAt = (iterations: readonly Iteration[], number: number): Iteration | undefined =>
  iterations[number - (iterations[0]?.record.iteration ?? 1)];

/** The iterations that follow a number. */
export const iterationsAfter = (iterations: readonly Iteration[], number: number): readonly Iteration[] =>
  iterations.filter(({ record }) => record.iteration > number);

/** The iteration that a record's migration starts from: what folds others builds from nothing. */
export const numberBefore = ({ iteration, folds }: IterationRecord): number =>
  folds === undefined ? iteration - 1 : 0;

/** Whether its migration may put rows into an empty database: by data steps, or for those that it folds. */
export const mayLeaveRows = ({ steps, folds }: IterationRecord): boolean => steps !== undefined || folds !== undefined;

/** A record and all that it folds, oldest first. */
export const withFolded = (record: IterationRecord): readonly IterationRecord[] => [
  ...(record.folds ?? []).flatMap(withFolded),
  record,
];

/** All records, the folded ones too, oldest first. A number may come twice: the iteration, and the baseline that ends with it. */
export const allRecords = (iterations: readonly Iteration[]): readonly IterationRecord[] =>
  iterations.flatMap(({ record }) => withFolded(record));

/** The records that make up the chain of hashes: a baseline stands for those that it folds. */
export const chainOf = (record: IterationRecord): readonly IterationRecord[] =>
  record.folds === undefined ? [record] : record.folds.flatMap(chainOf);

/** What the next record says as its `previousHash`. */
export const hashInChain = (record: IterationRecord): string => chainOf(record).at(-1)?.hash ?? record.hash;

/**
 * What a record folds, where that does not prove itself: each folded record must be as it was written, and all must be one
 * chain from iteration 1 to the record's own.
 */
export const findUnproven = (record: IterationRecord): IterationRecord | undefined =>
  withFolded(record).find((one) => one.hash !== hashRecord(one) || !isWhole(one));

function isWhole(record: IterationRecord): boolean {
  if (record.folds === undefined) return true;
  const chain = chainOf(record);
  return (
    record.previousHash === null &&
    chain.length === record.iteration &&
    chain.every((one, index) => one.iteration === index + 1 && one.previousHash === (chain[index - 1]?.hash ?? null))
  );
}
