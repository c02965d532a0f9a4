import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureText, padText, printableText, truncateText, wrapText } from "./measure-text.ts";

test.each([
  ["abc", 3],
  ["", 0],
  ["顧客", 4],
  ["한글", 4],
  ["e\u0301", 1],
  ["👩‍👩‍👧", 2],
  ["\u001b[31mred\u001b[39m", 3],
  ["╔═╗", 3],
  ["→ ✓ …", 5],
])("%j takes %i columns", (text, columns) => {
  expect(measureText(text)).toBe(columns);
});

describe("for every text and width", () => {
  const text = fc.string({ unit: "grapheme" });
  const width = fc.integer({ min: 3, max: 60 });

  test("a cut text fits", () => {
    fc.assert(fc.property(text, width, (any, room) => measureText(truncateText(any, room, "…")) <= room));
  });
  test("a padded text fills its room", () => {
    fc.assert(fc.property(text, width, (any, room) => measureText(padText(any, room)) >= room));
  });
  test("wrapped lines fit, and no letter is lost", () => {
    fc.assert(
      fc.property(text, width, (any, room) => {
        const lines = wrapText(any, room);
        expect(lines.every((line) => measureText(line) <= room)).toBe(true);
        expect(lines.join("").replaceAll(/\s/g, "")).toBe(any.replaceAll(/\s/g, ""));
      }),
    );
  });
  test("a printable text cannot steer the terminal", () => {
    const steers = (letter: string) => /\p{Control}/u.test(letter) && letter !== "\n";
    fc.assert(fc.property(fc.string({ unit: "binary" }), (any) => ![...printableText(any)].some(steers)));
  });
});
