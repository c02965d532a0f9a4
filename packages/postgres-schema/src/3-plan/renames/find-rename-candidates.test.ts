import { expect, test } from "vitest";
import { diffSchemas } from "../../2-diff/diff-schemas.ts";
import { databaseSchema } from "../../schema/database-schema.ts";
import type { Enum } from "../../schema/objects.ts";
import { findRenameCandidates } from "./find-rename-candidates.ts";

const type = (name: string, ...values: readonly string[]): Enum => ({ kind: "enum", schema: "app", name, values });

const candidates = (gone: readonly Enum[], come: readonly Enum[]) => {
  const [before, after] = [databaseSchema(gone), databaseSchema(come)];
  return findRenameCandidates(diffSchemas(before, after), { before, after });
};

test("an enum may have a new name where one with the same values comes, and only one", () => {
  const renamed = { kind: "enum", schema: "app", from: "mood", to: "feeling" };
  expect(candidates([type("mood", "good", "bad")], [type("feeling", "good", "bad"), type("state", "on")])).toEqual([
    renamed,
  ]);
  expect(candidates([type("mood", "good", "bad")], [type("feeling", "bad", "good")])).toEqual([]);
  expect(candidates([type("mood", "good")], [type("feeling", "good"), type("state", "good")])).toEqual([]);
});
