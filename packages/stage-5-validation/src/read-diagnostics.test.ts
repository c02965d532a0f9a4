import { expect, test } from "vitest";
import { readCompilerErrors, toDiagnostic } from "./read-diagnostics.ts";

const output = `src/generated/components/account (1).tsx(2,7): error TS2322: Type 'string' is not assignable to type 'number'.
  Types of property 'a' are incompatible.
    Type 'x' is not assignable to type 'y'.
src/app.tsx(1,1): error TS1005: ';' expected.

`;

test("errors are read with their place and with what belongs to them", () => {
  expect(readCompilerErrors(output)).toMatchObject([
    { file: "src/generated/components/account (1).tsx", line: 2, column: 7, code: "TS2322" },
    { file: "src/app.tsx", line: 1, column: 1, code: "TS1005", message: "';' expected." },
  ]);
  expect(readCompilerErrors(output)[0]?.message.split("\n")).toHaveLength(3);
});

test("what is no error of a file is not taken for one", () => {
  expect(readCompilerErrors("error TS5058: The specified path does not exist: 'x'.\n")).toEqual([]);
});

test("carets stand under the word that is meant, also after tabs", () => {
  const error = { file: "a.ts", line: 2, column: 3, code: "TS1", message: "no" };
  const { location } = toDiagnostic(error, "first\n\t\trow.website;\n");
  expect(location?.excerpt).toBe("\t\trow.website;\n\t\t^^^");
});
