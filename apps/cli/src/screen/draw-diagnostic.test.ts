import { expect, test } from "vitest";
import { drawDiagnostic } from "./draw-diagnostic.ts";
import { createStyle } from "./style.ts";

const style = createStyle({ color: false, unicode: true });

test("shows what happened, where, why, and what to do", () => {
  const lines = drawDiagnostic(
    {
      code: "busm/unknown_key",
      severity: "error",
      message: 'The field has no option "requird".',
      cause: "Options that nobody reads are mistakes.",
      remedy: 'Did you mean "required"?',
      expected: "required",
      found: "requird",
      location: {
        file: "busm/crm/entities/account.yaml",
        line: 12,
        column: 11,
        excerpt: "  name: { requird: true }\n          ^^^^^^^",
      },
    },
    60,
    style,
  );
  expect(`\n${lines.join("\n")}\n`).toMatchInlineSnapshot(`
    "
    ✗ The field has no option "requird".
      busm/unknown_key
      busm/crm/entities/account.yaml:12:11
      12 │   name: { requird: true }
         │           ^^^^^^^
      expected  required
      found     requird
      why       Options that nobody reads are mistakes.
      do        Did you mean "required"?

    "
  `);
});

test("breaks long sentences at the terminal's edge", () => {
  const lines = drawDiagnostic(
    {
      code: "database/drift",
      severity: "warning",
      message: "word ".repeat(30).trim(),
      remedy: "step ".repeat(30).trim(),
    },
    40,
    style,
  );
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
});

test.each([0, 20, 90, 150])("keeps the caret under its word in a line that is too long (at %i)", (at) => {
  const source = `${".".repeat(at)}word${".".repeat(156 - at)}`;
  const lines = drawDiagnostic(
    {
      code: "busm/unknown_key",
      severity: "error",
      message: "x",
      location: { file: "a.yaml", line: 12, column: at + 1, excerpt: `${source}\n${" ".repeat(at)}^^^^` },
    },
    60,
    style,
  );
  const [shown = "", carets = ""] = lines.filter((line) => line.includes(" │ "));
  expect(shown.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1)).toBe("word");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
});
