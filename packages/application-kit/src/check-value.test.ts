import fc from "fast-check";
import { expect, test } from "vitest";
import { checkValue } from "./check-value.ts";
import type { Rule } from "./rules.ts";

const blank = "null";

test.each<[string, Rule<unknown>, unknown]>([
  ["a text", { kind: "text", blank, maxLength: 2 }, "🦊🦊"],
  ["nothing, where nothing may be", { kind: "date", blank }, null],
  ["a whole number", { kind: "integer", blank, min: 0, max: 5 }, 5],
  ["an exact number as text", { kind: "decimal", blank }, "-12345678901234567890.5"],
  ["a day", { kind: "date", blank }, "2026-02-28"],
  ["a moment", { kind: "datetime", blank }, "2026-02-28T10:00:00.000Z"],
  ["a time", { kind: "time", blank }, "23:59:59.5"],
  ["a choice", { kind: "choice", blank, values: ["a"] }, "a"],
  ["a list of choices", { kind: "list", blank, of: "choice", values: ["a"] }, ["a", "a"]],
  ["any JSON", { kind: "json", blank, required: true }, { a: [null] }],
])("takes %s", (_, rule, value) => {
  expect(checkValue(rule, value)).toBeNull();
});

test.each<[string, Rule<unknown>, unknown]>([
  ["nothing, where something must be", { kind: "text", blank, required: true }, ""],
  ["a text that is too long", { kind: "text", blank, maxLength: 1 }, "🦊🦊"],
  ["a text that PostgreSQL cannot hold", { kind: "text", blank }, "a\0b"],
  ["an object for a text", { kind: "text", blank }, { toString: "x" }],
  ["a fraction for a whole number", { kind: "integer", blank }, 0.5],
  ["a number over its limit", { kind: "number", blank, max: 5 }, 6],
  ["a number that is none", { kind: "number", blank }, Number.POSITIVE_INFINITY],
  ["SQL for an exact number", { kind: "decimal", blank }, "1; select 1"],
  ["a day without a month", { kind: "date", blank }, "2026-13-01"],
  ["a word for a moment", { kind: "datetime", blank }, "now()"],
  ["a word for yes", { kind: "boolean", blank }, "true"],
  ["a choice that is none", { kind: "choice", blank, values: ["a"] }, "b"],
  ["a list with a wrong element", { kind: "list", blank, of: "number" }, [1, "2"]],
])("refuses %s", (_, rule, value) => {
  expect(checkValue(rule, value)).toEqual(expect.any(String));
});

test("whatever comes, the answer is a sentence or nothing, never an error", () => {
  const kinds = ["text", "number", "integer", "decimal", "boolean", "date", "time", "datetime", "json"] as const;
  fc.assert(
    fc.property(fc.anything(), fc.constantFrom(...kinds), fc.boolean(), (value, kind, required) => {
      expect(["string", "object"]).toContain(typeof checkValue({ kind, blank, required }, value));
    }),
  );
});
