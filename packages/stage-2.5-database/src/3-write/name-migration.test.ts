import fc from "fast-check";
import { expect, test } from "vitest";
import { nameMigration } from "./name-migration.ts";
import type { ChangeSummary } from "./summarize-changes.ts";

const summary = (some: Partial<ChangeSummary>): ChangeSummary => ({
  tables: { created: [], modified: [], deleted: [] },
  columns: { added: [], modified: [], deleted: [] },
  relationships: { added: [], deleted: [] },
  renamed: [],
  createdEntities: [],
  addedColumns: [],
  modifiedTables: [],
  dataSteps: [],
  renamedWords: [],
  keptNames: [],
  ...some,
});

test.each([
  ["the entity of a new table", { createdEntities: ["Account"] }, "001_account"],
  ["two entities", { createdEntities: ["SalesOrder", "Location"] }, "001_sales_order_location"],
  ["many entities", { createdEntities: ["A", "B", "C", "D", "E"] }, "001_a_b_c_and_2_more"],
  ["a new column", { addedColumns: ["phone"], modifiedTables: ["accounts"] }, "001_add_phone"],
  ["a rename", { renamedWords: ["name_to_title"], modifiedTables: ["accounts"] }, "001_rename_name_to_title"],
  ["a field that leaves the model", { keptNames: ["website"], modifiedTables: ["accounts"] }, "001_deprecate_website"],
  ["a changed table", { modifiedTables: ["accounts"] }, "001_change_accounts"],
  ["a data step alone", { dataSteps: ["merge-doubles"] }, "001_merge_doubles"],
  ["nothing that has a name", {}, "001_change_schema"],
  ["a name with nothing that a file can have", { createdEntities: ["顧客"] }, "001_change_schema"],
] as const)("is named after %s", (_what, some, expected) => {
  expect(nameMigration(1, summary(some))).toBe(expected);
});

test("whatever the names are, the file is one that every system can hold", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" })), fc.integer({ min: 1, max: 9999 }), (names, iteration) => {
      const name = nameMigration(iteration, summary({ createdEntities: names }));
      expect(name).toMatch(/^\d{3,}_[a-z0-9_]+$/);
      expect(name.length).toBeLessThan(120);
    }),
  );
});
