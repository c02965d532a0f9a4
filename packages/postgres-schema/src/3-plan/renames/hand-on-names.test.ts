import fc from "fast-check";
import { expect, test } from "vitest";
import { handOnNames, type NameChange } from "./hand-on-names.ts";

const places = ["schema", "table"];
interface Change extends NameChange {
  readonly key: number;
  readonly in: readonly string[];
}

/** Things that have a name in one place or in two, and their names afterwards; no two share a name in a place. */
const changesArbitrary = fc
  .record({
    before: fc.shuffledSubarray(["a", "b", "c", "d", "e", "f"], { minLength: 1 }),
    seed: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
    in: fc.array(fc.subarray(places, { minLength: 1 }), { minLength: 6, maxLength: 6 }),
  })
  .map(({ before, seed, in: inPlaces }) => {
    const names = [...before, "g", "h"];
    const after = before.map((_, index) => {
      const [name = ""] = names.splice((seed[index] ?? 0) % names.length, 1);
      return name;
    });
    return before.flatMap((from, key): readonly Change[] => {
      const to = after[key] ?? from;
      return from === to ? [] : [{ key, from, to, in: inPlaces[key] ?? places }];
    });
  });

test("each name is free when it is taken, and all arrive", () => {
  fc.assert(
    fc.property(changesArbitrary, (changes) => {
      let number = 0;
      const ordered = handOnNames(changes, { placesOf: (change) => change.in, freeName: () => `free_${++number}` });
      const names = new Map(changes.map(({ key, from }) => [key, from]));
      const holdersIn = (place: string): readonly string[] =>
        changes.flatMap((change) => (change.in.includes(place) ? [names.get(change.key) ?? ""] : []));
      for (const { key, from, to, in: inPlaces } of ordered) {
        expect(names.get(key)).toBe(from);
        for (const place of inPlaces) expect(holdersIn(place)).not.toContain(to);
        names.set(key, to);
      }
      expect(names).toEqual(new Map(changes.map(({ key, to }) => [key, to])));
    }),
  );
});

test("only a circle needs a name meanwhile", () => {
  const rename = (from: string, to: string): NameChange => ({ from, to });
  const order = (...changes: readonly NameChange[]): readonly NameChange[] =>
    handOnNames(changes, { placesOf: () => ["here"], freeName: () => "meanwhile" });
  expect(order(rename("a", "b"), rename("b", "c"))).toEqual([rename("b", "c"), rename("a", "b")]);
  expect(order(rename("a", "b"), rename("b", "a"))).toEqual([
    rename("a", "meanwhile"),
    rename("b", "a"),
    rename("meanwhile", "b"),
  ]);
});
