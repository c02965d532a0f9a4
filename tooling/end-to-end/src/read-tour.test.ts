import { expect, test } from "vitest";
import { findMissingLine, readTour } from "./read-tour.ts";

const markdown = `# Title

## Before

\`\`\`sh
never
\`\`\`

## Tour

\`\`\`sh
one
two --flag     # ends with 4
\`\`\`

\`\`\`text
first
…
last
\`\`\`

\`\`\`diff
--- a/some/file.yaml
+++ b/some/file.yaml
 kept
-old
+new
\`\`\`

## After

\`\`\`sh
never
\`\`\`
`;

test("a chapter is read as commands with what they print, and edits", () => {
  expect(readTour(markdown, "Tour")).toEqual([
    {
      kind: "commands",
      title: "one; two --flag",
      commands: [
        { line: "one", exitCode: 0 },
        { line: "two --flag", exitCode: 4 },
      ],
      output: ["first", "…", "last"],
    },
    { kind: "edit", title: "some/file.yaml", file: "some/file.yaml", before: "kept\nold\n", after: "kept\nnew\n" },
  ]);
  expect(() => readTour(markdown, "Nowhere")).toThrow("Nowhere");
});

test.each([
  [["b"], undefined],
  [["b", "c"], undefined],
  [["b", "d"], "d"],
  [["b", "…", "d"], undefined],
  [["d", "…", "b"], "b"],
  [["a", "", "b"], undefined],
  [["e"], "e"],
])("of a, b, c and d with a time, %j lacks %s", (shown, missing) => {
  expect(findMissingLine(shown, "a\n\nb\nc\nd  12 ms\n")).toBe(missing);
});
