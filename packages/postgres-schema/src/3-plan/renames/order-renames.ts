import type { DatabaseSchema } from "../../schema/database-schema.ts";
import type { Rename } from "../../schema/rename-objects.ts";
import { freeNames } from "./free-names.ts";
import { handOnNames } from "./hand-on-names.ts";

/** The renames in an order in which each name is freed before it is taken. Columns come last, in their table's new name. */
export function orderRenames(renames: readonly Rename[], before: DatabaseSchema): readonly Rename[] {
  const given = renames.flatMap(({ from, to }) => [from, to]);
  const freeName = freeNames("changing_names", before, given);
  const order = (some: readonly Rename[]): readonly Rename[] => handOnNames(some, { placesOf, freeName });
  return [
    ...order(renames.filter(({ kind }) => kind !== "column")),
    ...order(renames.filter(({ kind }) => kind === "column")),
  ];
}

/** Tables and types share the names of a schema, since a table's rows are of a type of its name. */
const placesOf = (rename: Rename): readonly string[] => [
  JSON.stringify(rename.kind === "column" ? [rename.schema, rename.table] : [rename.schema]),
];
