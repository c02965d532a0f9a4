import { columnId, tableId } from "../schema/identify.ts";
import type { NotNull } from "../schema/objects.ts";
import { addressOf, catalogFamily } from "./catalog-family.ts";
import { type Ancestor, ancestorsOf } from "./introspect-inherited-columns.ts";

interface NotNullRow extends Omit<NotNull, "kind" | "noInherit" | "dependsOn"> {
  readonly oid: string;
  /** Where the column is inherited. */
  readonly ancestors: readonly Ancestor[] | null;
  readonly no_inherit: boolean;
}

/**
 * Whether PostgreSQL made up a name. It does from the names of the table and the column as they are then, which may be other
 * ones by now: two such names are no difference that anybody made.
 */
export const isMadeUp = (name: string): string => `${name} ~ '_not_null[0-9]*$'`;

export const hasComment = (constraint: string): string =>
  `EXISTS (SELECT FROM pg_description d WHERE d.classoid = 'pg_constraint'::regclass AND d.objoid = ${constraint}.oid)`;

/** NOT NULL constraints of a table's own, those that say more than that the column is required. */
export const notNulls = catalogFamily<NotNullRow>(
  ({ major }) =>
    major < 18
      ? "SELECT WHERE false"
      : `
    SELECT k.oid, r.schema, r.name AS table, a.attname AS column, k.conname AS name, k.convalidated AS validated,
           k.connoinherit AS no_inherit, CASE WHEN NOT a.attislocal THEN ${ancestorsOf("r.oid")} END AS ancestors
    FROM tables r
    JOIN pg_constraint k ON k.conrelid = r.oid AND k.contype = 'n' AND k.coninhcount = 0
    JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum = k.conkey[1]
    WHERE NOT ${isMadeUp("k.conname")} OR NOT k.convalidated OR k.connoinherit OR ${hasComment("k")}`,
  ({ oid, no_inherit, ancestors, ...row }) => [
    {
      address: addressOf("pg_constraint", oid),
      object: {
        kind: "not_null",
        ...row,
        ...(no_inherit ? { noInherit: true } : {}),
        dependsOn: (ancestors ?? []).flatMap(({ schema, table }) => [
          tableId(schema, table),
          columnId(schema, table, row.column),
        ]),
      },
    },
  ],
);
