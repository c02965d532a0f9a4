import { expect, test } from "vitest";
import { printTable } from "./print-table.mjs";

test("shows medians, and a job as a multiple of its floor in the same run", () => {
  const times = new Map([
    ["node -e 0", [0.1, 9, 0.2]],
    ["nothing to do", [2, 10, 3]],
    ["verify, nothing changed", [12.345]],
  ]);
  expect(printTable(times).slice(2)).toEqual([
    "| node -e 0 | 0.20 s |  |",
    "| nothing to do | 3.00 s | 15.0x node -e 0 |",
    // A machine without pg_dump has no floor for it.
    "| verify, nothing changed | 12.3 s |  |",
  ]);
});
