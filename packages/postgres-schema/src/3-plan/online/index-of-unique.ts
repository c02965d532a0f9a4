import type { Index, Unique } from "../../schema/objects.ts";

/** The index that a unique constraint stands on, as one of its own. */
export const indexOfUnique = ({ schema, table, name, columns, include = [], nullsNotDistinct }: Unique): Index => ({
  kind: "index",
  schema,
  table,
  name,
  unique: true,
  nullsNotDistinct,
  method: "btree",
  keys: columns.map((column) => ({
    column,
    expression: null,
    descending: false,
    nullsFirst: false,
    operatorClass: null,
    collation: null,
  })),
  include,
  where: null,
  valid: true,
  dependsOn: [],
});
