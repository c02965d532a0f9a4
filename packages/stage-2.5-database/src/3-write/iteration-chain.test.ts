import type { IterationRecord } from "@build-it/artifacts";
import { expect, test } from "vitest";
import {
  allRecords,
  chainOf,
  findUnproven,
  hashInChain,
  iterationAt,
  iterationsAfter,
  numberBefore,
} from "./iteration-chain.ts";
import { sealRecord } from "./iteration-record.ts";
import { joinParts } from "./join-parts.ts";
import type { Iteration } from "./read-database-files.ts";

/** A record that changes nothing. */
const record = (iteration: number, previousHash: string | null, folds?: readonly IterationRecord[]): IterationRecord =>
  sealRecord({
    iteration,
    name: `00${iteration}_${folds === undefined ? "change" : "baseline"}`,
    generatedAt: "2026-01-01T00:00:00.000Z",
    databaseChanges: {
      tables: { created: [], modified: [], deleted: [] },
      columns: { added: [], modified: [], deleted: [] },
      relationships: { added: [], deleted: [] },
      retained: [],
      migrations: [{ file: `00${iteration}.sql`, checksum: "0", applied: null }],
    },
    rollback: { migrations: [{ file: `00${iteration}_rollback.sql`, checksum: "0" }], procedure: [] },
    schemaFingerprint: "0",
    postgresMajor: 17,
    snapshotChecksum: "0",
    ...(folds === undefined ? {} : { folds: [...folds] }),
    previousHash,
  });

const chain = (length: number): readonly IterationRecord[] => {
  const records: IterationRecord[] = [];
  for (let number = 1; number <= length; number += 1) records.push(record(number, records.at(-1)?.hash ?? null));
  return records;
};
const [one, two, three, four] = chain(4) as [IterationRecord, IterationRecord, IterationRecord, IterationRecord];
const part = {
  file: "",
  sql: "",
  checksum: "",
  run: { mode: "transaction" },
  rollbackFile: "",
  rollbackSql: "",
} as const;
const onDisk = (record: IterationRecord): Iteration => ({ record, migration: joinParts(record, [part]) });

test("a baseline stands in the chain for the last iteration that it folds", () => {
  const baseline = record(2, null, [one, two]);
  expect(hashInChain(baseline)).toBe(three.previousHash);
  expect(hashInChain(record(3, null, [baseline, three]))).toBe(four.previousHash);
  expect(findUnproven(baseline)).toBeUndefined();
});

test("a baseline that folds another keeps it, with all that it folds", () => {
  const baseline = record(3, null, [record(2, null, [one, two]), three]);
  expect(findUnproven(baseline)).toBeUndefined();
  expect(chainOf(baseline)).toEqual([one, two, three]);
  expect(allRecords([onDisk(baseline), onDisk(four)]).map(({ name }) => name)).toEqual([
    ...["001_change", "002_change", "002_baseline", "003_change", "003_baseline", "004_change"],
  ]);
});

test("iterations are found by their numbers, wherever they begin", () => {
  const iterations = [record(2, null, [one, two]), three, four].map(onDisk);
  expect([1, 2, 3, 5].map((number) => iterationAt(iterations, number)?.record.name)).toEqual([
    ...[undefined, "002_baseline", "003_change", undefined],
  ]);
  expect(iterationsAfter(iterations, 2).map(({ record }) => record.iteration)).toEqual([3, 4]);
  expect(iterationsAfter(iterations, 0)).toEqual(iterations);
  expect(iterations.map(({ record }) => numberBefore(record))).toEqual([0, 2, 3]);
});

test.for([
  ["a folded record was edited", [{ ...one, name: "001_other" }, two], "001_other"],
  ["nothing, where all are as they were written", [one, two], undefined],
  ["one is missing", [two], "002_baseline"],
  ["one is there twice", [one, one, two], "002_baseline"],
  ["they are in another order", [two, one], "002_baseline"],
  ["one follows another one than that before it", [one, record(2, "0")], "002_baseline"],
  ["it folds nothing", [], "002_baseline"],
  ["it folds more than it says", [one, two, three], "002_baseline"],
] as const)("what is folded must prove itself: %s", ([, folds, found]) => {
  expect(findUnproven(record(2, null, folds))?.name).toBe(found);
});
