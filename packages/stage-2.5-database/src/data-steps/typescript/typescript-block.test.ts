import { expect, test } from "vitest";
import { checksumOf } from "../../3-write/checksum.ts";
import { printCall, splitCalls, type TypescriptCall } from "./typescript-block.ts";

const call: TypescriptCall = {
  file: "steps/fill.after.ts",
  export: "up",
  source: "// */ $$; -- x\n\n\texport const up = () => {};\n",
};
const known = [{ file: call.file, checksum: checksumOf(call.source) }];
const text = `SELECT 1;\n${printCall(call)}\nSELECT 2;\n`;

test("a call is found in the text of its migration as it was written", () => {
  const pieces = splitCalls(text, known);
  expect(pieces).toEqual([
    { kind: "sql", text: "SELECT 1;\n", offset: 0 },
    { kind: "call", call },
    { kind: "sql", text: "\nSELECT 2;\n", offset: text.indexOf("\nSELECT 2") },
  ]);
});

test.each([
  ["no step", []],
  ["a step with another text", [{ file: call.file, checksum: checksumOf("") }]],
  ["another step", [{ file: "steps/other.after.ts", checksum: checksumOf(call.source) }]],
])("what looks like a call is SQL where the record knows %s", (_case, steps) => {
  expect(splitCalls(text, steps)).toEqual([{ kind: "sql", text, offset: 0 }]);
});
