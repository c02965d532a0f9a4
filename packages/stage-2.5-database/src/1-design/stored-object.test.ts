import { expect, test } from "vitest";
import { StoredObject } from "./stored-object.ts";

test("an object of a file that knew less is complete, and one of today is as it was", () => {
  const column = { kind: "column", schema: "public", table: "accounts", name: "id" };
  const view = { kind: "view", schema: "public", name: "v" };
  expect(StoredObject.parse(column)).toEqual({ ...column, dependsOn: [] });
  expect(StoredObject.parse(view)).toEqual({ ...view, resultColumns: [] });
  const full = { ...view, resultColumns: [{ name: "id", type: "uuid", typeObject: null }] };
  expect(StoredObject.parse(full)).toEqual(full);
  expect(StoredObject.safeParse("view").success).toBe(false);
});
