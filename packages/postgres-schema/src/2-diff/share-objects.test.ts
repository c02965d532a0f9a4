import { expect, test } from "vitest";
import { databaseSchema } from "../schema/database-schema.ts";
import { columnId, tableId } from "../schema/identify.ts";
import type { SchemaObject } from "../schema/objects.ts";
import { diffSchemas, isSame, shareObjects } from "./diff-schemas.ts";

const table: SchemaObject = {
  kind: "table",
  schema: "public",
  name: "accounts",
  rowSecurity: false,
  rowSecurityForced: false,
  unlogged: false,
};
const column = (name: string, ordinal: number): SchemaObject => ({
  kind: "column",
  schema: "public",
  table: "accounts",
  name,
  type: "text",
  typeObject: null,
  collation: null,
  nullable: true,
  identity: null,
  generated: null,
  ordinal,
  dependsOn: [tableId("public", "accounts")],
});

test("takes the earlier schema's own object only where nothing at all differs", () => {
  const earlier = databaseSchema([table, column("name", 1), column("phone", 2), column("city", 3)]);
  const schema = databaseSchema([structuredClone(table), column("name", 1), column("phone", 3), column("title", 4)]);
  const shared = shareObjects(schema, earlier);
  expect(shared).toEqual(schema);
  expect([...shared.objects.keys()]).toEqual([...schema.objects.keys()]);
  const taken = [...shared.objects].flatMap(([id, object]) => (object === earlier.objects.get(id) ? [id] : []));
  // The place of a column is no difference between schemas, but it is one between objects.
  expect(taken).toEqual([columnId("public", "accounts", "name"), tableId("public", "accounts")]);
  expect(diffSchemas(schema, shared)).toSatisfy(isSame);
});
