import { expect, test } from "vitest";
import { mutated, seeded } from "./choices.ts";

test.each([1, 2, 8, 30])("about one in %i choices is another one on the other side", (every) => {
  const questions = Array.from({ length: 10_000 }, (_, place) => `question ${place}`);
  const before = seeded(7);
  const after = mutated(before, 7, every);
  const others = questions.filter((question) => after.numberOf(question) !== before.numberOf(question));
  expect(others.length / questions.length).toBeCloseTo(1 / every, 1);
  expect(others.length).toBeGreaterThan(0);
});
