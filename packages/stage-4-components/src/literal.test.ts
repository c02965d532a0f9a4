import fc from "fast-check";
import { expect, test } from "vitest";
import { attribute, literal, member, propertyName } from "./literal.ts";

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("</", "*/", "`", "${", "\\", '"', "\n", "\u2028", "\u202e", "<!--", "__proto__") }),
);

/** What the text is when it runs as code. */
const evaluate = (code: string): unknown => new Function(`return ${code}`)();

test("every text comes back from its literal, which no other reader can take for an end of line, tag or comment", () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(evaluate(literal(value))).toBe(value);
      expect(literal(value)).not.toMatch(/[\n\r\u2028\u2029\u202e]|<[/!]/);
    }),
  );
});

test("every name can be the key of an object and found again", () => {
  fc.assert(
    fc.property(text, (name) => {
      expect(evaluate(`${member(`({ ${propertyName(name)}: 1 })`, name)}`)).toBe(1);
    }),
  );
});

test("a property of JSX is quoted only where it means itself", () => {
  expect(attribute("name", "account_id")).toBe('name="account_id"');
  expect(attribute("name", "a&amp;b")).toBe('name={"a&amp;b"}');
});
