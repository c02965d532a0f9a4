import fc from "fast-check";
import { type Edit, edits } from "./model-edits.ts";

const edit: fc.Arbitrary<Edit> = fc.record({
  what: fc.constantFrom(...(Object.keys(edits) as Edit["what"][])),
  which: fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)),
});

/** Iterations after the first, `most` of them in all at most; each makes a few edits at once. */
export const arbitraryEvolution = (most: number): fc.Arbitrary<readonly (readonly Edit[])[]> =>
  fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: most - 1, size: "max" });
