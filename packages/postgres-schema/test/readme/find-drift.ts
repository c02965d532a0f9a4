import type { Client } from "pg";
import { diffSchemas, idOf, introspectSchema, isSame } from "../../src/index.ts";

/** What stands in `live` otherwise than in `expected`, or null where the two are the same. */
export async function findDrift(expected: Client, live: Client) {
  const before = await introspectSchema(expected, { schemas: ["public"] });
  const after = await introspectSchema(live, { schemas: ["public"] });
  const difference = diffSchemas(before.schema, after.schema);
  if (isSame(difference)) return null;
  return {
    missing: difference.removed.map(idOf),
    extra: difference.added.map(idOf),
    changed: difference.changed.map(({ id, attributes }) => `${id}: ${attributes.join(", ")}`),
  };
}
