import fc from "fast-check";
import { expect, test } from "vitest";
import type { ObjectId } from "../schema/object-id.ts";
import { trusted } from "../sql/sql.ts";
import { orderSteps } from "./order-steps.ts";
import { alterStep, createStep, dropStep, type Step } from "./step.ts";

const id = (name: string): ObjectId => `table:${name}`;
const sql = trusted("");
const subjects = (steps: readonly Step[]): readonly string[] => steps.map(({ subject }) => subject);

test("what a step needs is created and altered before it", () => {
  const uses = createStep(id("a"), sql, { needs: [id("b")] });
  const alters = alterStep(id("b"), sql, {});
  const creates = createStep(id("b"), sql, {});
  expect(orderSteps([[uses], [alters], [creates]])).toEqual([creates, alters, uses]);
});

test("what a step releases is altered and dropped after it", () => {
  const releases = dropStep(id("z"), sql, { releases: [id("b")] });
  const drops = dropStep(id("b"), sql, {});
  expect(orderSteps([[drops], [releases]])).toEqual([releases, drops]);
});

test("something is dropped before it is created anew", () => {
  const creates = createStep(id("a"), sql, {});
  const drops = dropStep(id("a"), sql, {});
  expect(orderSteps([[creates], [drops]])).toEqual([drops, creates]);
});

test("the steps of one change keep their order", () => {
  const first = alterStep(id("z"), sql, {});
  const second = alterStep(id("a"), sql, {});
  expect(subjects(orderSteps([[first, second]]))).toEqual([id("z"), id("a")]);
});

test("without dependencies the order is that of the ids, however the changes came", () => {
  const changes = ["c", "a", "d", "b"].map((name) => [createStep(id(name), sql, {})]);
  fc.assert(
    fc.property(fc.shuffledSubarray(changes, { minLength: changes.length }), (shuffled) => {
      expect(subjects(orderSteps(shuffled))).toEqual([id("a"), id("b"), id("c"), id("d")]);
    }),
  );
});

test("a wish is fulfilled where that makes no cycle", () => {
  const [a, b] = [createStep(id("a"), sql, {}), createStep(id("b"), sql, {})];
  expect(orderSteps([[a], [b]], new Map([[a, [id("b")]]]))).toEqual([b, a]);
  const needs = createStep(id("b"), sql, { needs: [id("a")] });
  expect(orderSteps([[a], [needs]], new Map([[a, [id("b")]]]))).toEqual([a, needs]);
});

test("where steps would wait for each other, a change of what one uses waits for nobody", () => {
  const column = alterStep(id("b"), sql, {});
  const view = createStep(id("c"), sql, { needs: [id("b")] });
  const body = alterStep(id("a"), sql, { needs: [id("c")], releases: [id("b")] });
  expect(orderSteps([[column], [view], [body]])).toEqual([column, view, body]);
});

test("a cycle throws and names its path", () => {
  const one = createStep(id("a"), sql, { needs: [id("b")] });
  const other = createStep(id("b"), sql, { needs: [id("a")] });
  expect(() => orderSteps([[one], [other]])).toThrow(/table:a -> table:b -> table:a|table:b -> table:a -> table:b/);
});
