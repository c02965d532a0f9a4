import {
  type Column,
  type Default,
  databaseSchema,
  diffSchemas,
  objectId,
  type PartitionPart,
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

test("a partition is said with what it is a part of, and its indexes by their names", () => {
  const part = (of: string, name: string): PartitionPart => ({
    kind: "partition_part",
    schema: "public",
    table: "events_1",
    of: objectId(of, "public", "events_kind"),
    name,
    usualName: "events_1_kind_idx",
  });
  const partition = (name: string): Table => ({
    ...table(name),
    partitionOf: { schema: "public", table: "events", bound: "DEFAULT" },
  });
  const groups = groupsOf(
    [table("events"), partition("events_1"), part("index", "one"), part("foreign_key", "three")],
    [table("events"), partition("events_1"), partition("events_2"), part("index", "two"), part("foreign_key", "four")],
  );
  expect(groups).toEqual([
    { title: "New Tables", lines: [{ text: "events_2 (partition of events)" }] },
    {
      title: "Modified Tables",
      lines: [{ text: "events_1 (RENAME CONSTRAINT: three → four, RENAME INDEX: one → two)" }],
    },
  ]);
});
