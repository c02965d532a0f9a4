import {
  type Column,
  type Default,
  databaseSchema,
  diffSchemas,
  type SchemaObject,
  type Table,
} from "@build-it/postgres-schema";
import { expect, test } from "vitest";
import { summarizeChanges } from "../3-write/summarize-changes.ts";
import { groupChanges } from "./group-changes.ts";

const table = (name: string): Table => ({
  kind: "table",
  schema: "public",
  name,
  unlogged: false,
  rowSecurity: false,
  rowSecurityForced: false,
});
const column = (of: string, name: string): Column => ({
  kind: "column",
  schema: "public",
  table: of,
  name,
  ordinal: 1,
  type: "text",
  typeObject: null,
  nullable: true,
  identity: null,
  generated: null,
  collation: null,
  dependsOn: [],
});
const defaultOf = (of: string, name: string): Default => ({
  kind: "default",
  schema: "public",
  table: of,
  column: name,
  expression: "'x'",
  dependsOn: [],
});

const groupsOf = (before: readonly SchemaObject[], after: readonly SchemaObject[]) => {
  const difference = diffSchemas(databaseSchema(before), databaseSchema(after));
  const design = { objects: [], origins: {}, retained: {}, enumValues: {}, usedCasts: {} };
  return groupChanges(difference, { ...summarizeChanges(difference, [], design), dataSteps: [] }, []);
};

test("a new table is said with its columns, a changed one with what changes, a default with its column", () => {
  const before = [table("people"), column("people", "name"), column("people", "mail"), column("people", "old")];
  const [people, name, mail] = before as [Table, Column, Column];
  const groups = groupsOf(
    [...before, defaultOf("people", "old")],
    [
      people,
      { ...name, nullable: false },
      mail,
      defaultOf("people", "mail"),
      column("people", "phone"),
      defaultOf("people", "phone"),
      table("places"),
      column("places", "town"),
      column("places", "people"),
      defaultOf("places", "town"),
      table("empty"),
    ],
  );
  expect(groups).toEqual([
    { title: "New Tables", lines: [{ text: "empty (0 columns)" }, { text: "places (2 columns)" }] },
    {
      title: "Modified Tables",
      lines: [{ text: "people (ADD COLUMN: phone, ALTER COLUMN: name, DROP COLUMN: old, ADD DEFAULT: mail)" }],
    },
  ]);
});
