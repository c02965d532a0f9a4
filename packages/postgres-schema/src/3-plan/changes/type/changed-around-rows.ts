import { type DatabaseSchema, objectsOfKind } from "../../../schema/database-schema.ts";
import { idOf } from "../../../schema/identify.ts";
import type { ObjectId } from "../../../schema/object-id.ts";
import type { Composite, SchemaObject } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { rowsWithinTypes, tablesWith } from "./rows-within.ts";
import { isStored } from "./types-carried-along.ts";

/**
 * Types whose values hold those of a composite type that is made anew, as the columns of a table take other types whose rows that one
 * holds: neither could be made before the other.
 */
export function changedAroundRows(before: DatabaseSchema, after: DatabaseSchema): readonly ObjectId[] {
  const retyped = objectsOfKind(before, "composite").filter((type) => isRetyped(type, after.objects.get(idOf(type))));
  if (retyped.length === 0) return [];
  const changing = new Set(
    objectsOfKind(before, "column").flatMap((column) => {
      const later = after.objects.get(idOf(column));
      return later?.kind === "column" && later.type !== column.type ? tablesWith(column, before) : [];
    }),
  );
  const within = rowsWithinTypes(before);
  const inner = retyped.map(idOf).filter((id) => [...within(id)].some((table) => changing.has(table)));
  return [...before.objects.values()].flatMap((type) => {
    const id = idOf(type);
    const holds =
      (type.kind === "composite" || type.kind === "range") && inner.some((of) => referencesOf(type).includes(of));
    return holds && after.objects.has(id) && isStored(id, before) ? [id] : [];
  });
}

const isRetyped = ({ attributes }: Composite, later: SchemaObject | undefined): boolean =>
  later?.kind === "composite" &&
  attributes.some(({ name, type }) => later.attributes.some((other) => other.name === name && other.type !== type));
