import { tableId } from "../../../schema/identify.ts";
import type { IndexedSchema } from "../../../schema/indexed-schema.ts";
import { type ObjectId, objectId } from "../../../schema/object-id.ts";
import type { PlanContext } from "../../change-rule.ts";
import { type ColumnPlace, constrainedColumn, notNullOf } from "./not-null-constraint.ts";

/** The name that a column's constraint takes from another one of its table: it must be free by then. */
export const nameTakenOver = (
  place: ColumnPlace,
  { before, after, postgresMajor }: PlanContext,
): readonly ObjectId[] => (postgresMajor < 18 ? [] : handedOn(place, after, before));

/** The name that a column's constraint leaves to another one of its table. */
export const nameLeft = (place: ColumnPlace, { before, after, postgresMajor }: PlanContext): readonly ObjectId[] =>
  postgresMajor < 18 ? [] : handedOn(place, before, after);

function handedOn(place: ColumnPlace, here: IndexedSchema, there: IndexedSchema): readonly ObjectId[] {
  const name = nameAt(place, here);
  if (name === undefined) return [];
  const holder = columnWith(name, place, there);
  return holder === undefined || holder === place.name ? [] : [nameId(place, name)];
}

/**
 * Whether a column's constraint has to take another name meanwhile: of those that hand on their names in a circle one must.
 */
export function opensCircle(place: ColumnPlace, { before, after }: PlanContext): boolean {
  const circle = [place.name];
  for (const column of circle) {
    const name = nameAt({ ...place, name: column }, after);
    const next = name === undefined ? undefined : columnWith(name, place, before);
    if (next === undefined) return false;
    if (next === place.name) return circle.length > 1;
    // It hangs on a circle that it is no part of.
    if (circle.includes(next) || next < place.name) return false;
    circle.push(next);
  }
  return false;
}

const nameAt = (place: ColumnPlace, schema: IndexedSchema): string | undefined => {
  const column = constrainedColumn(place, schema);
  return column === undefined ? undefined : notNullOf(column)?.name;
};

/** The column of a table whose constraint has a name. */
const columnWith = (name: string, { schema: of, table }: ColumnPlace, schema: IndexedSchema): string | undefined =>
  schema
    .partsOf(tableId(of, table))
    .flatMap((part) =>
      part.kind === "column" || part.kind === "inherited_column"
        ? [part.name]
        : part.kind === "not_null"
          ? [part.column]
          : [],
    )
    .find((column) => nameAt({ schema: of, table, name: column }, schema) === name);

/** A name of a constraint stands for an object of its own where one step leaves it and another takes it. */
const nameId = ({ schema, table }: ColumnPlace, name: string): ObjectId =>
  objectId("not_null_name", schema, table, name);
