import fc from "fast-check";
import { expect, test } from "vitest";
import { assignSlugs, slugOf } from "./slug.ts";

test.each([
  ["SalesOrder", "sales-order"],
  ["HTTPServer", "http-server"],
  ["Location2", "location2"],
  ["Ärger & Öl", "arger-ol"],
  ["顧客", "entity"],
  ["../../etc", "etc"],
])("%s becomes %s", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test("a slug that is cut or taken is still one", () => {
  expect(slugOf(`${"a".repeat(79)} b`)).toBe("a".repeat(79));
  expect([...assignSlugs(["Index", "index"]).values()]).toEqual(["index-2", "index-3"]);
});

test("whatever the names are, each has a slug of its own that is safe in a path and an address", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: "grapheme" })), (names) => {
      const slugs = [...assignSlugs(names).values()];
      expect(new Set(slugs).size).toBe(names.length);
      for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }),
  );
});
