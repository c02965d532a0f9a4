import { expect, test } from "vitest";
import { StoredObjects } from "./stored-objects.ts";

test("an object of a file that knew less is complete, and one of today is as it was", () => {
  const column = { kind: "column", schema: "public", table: "accounts", name: "id" };
  const view = { kind: "view", schema: "public", name: "v" };
  const full = { ...view, resultColumns: [{ name: "id", type: "uuid", typeObject: null }] };
  expect(StoredObjects.parse([column, view, full])).toEqual([
    { ...column, dependsOn: [] },
    { ...view, resultColumns: [] },
    full,
  ]);
  expect(StoredObjects.safeParse([column, "view"]).success).toBe(false);
  expect(StoredObjects.safeParse({ 0: column }).success).toBe(false);
});
