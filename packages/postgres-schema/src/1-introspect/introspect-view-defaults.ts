import { objectId } from "../schema/object-id.ts";
import { addressOf, catalogFamily } from "./catalog-family.ts";

interface ViewDefaultRow {
  readonly oid: string;
  readonly schema: string;
  readonly table: string;
  readonly column: string;
  readonly expression: string;
}

/** Defaults of a view's columns, for rows that are inserted through it. */
export const viewDefaults = catalogFamily<ViewDefaultRow>(
  () => `
    SELECT d.oid, r.schema, r.name AS table, a.attname AS column, pg_get_expr(d.adbin, 0) AS expression
    FROM relations r JOIN pg_attrdef d ON d.adrelid = r.oid
    JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum = d.adnum
    WHERE r.kind = 'v'`,
  ({ oid, ...row }, context) => {
    const address = addressOf("pg_attrdef", oid);
    const dependsOn = [objectId("view", row.schema, row.table), ...context.dependsOn(address)];
    return [{ address, object: { kind: "default", ...row, dependsOn } }];
  },
);
