import type { ChangedObject, Difference } from "../../../2-diff/diff-schemas.ts";
import { type DatabaseSchema, objectsOfKind } from "../../../schema/database-schema.ts";
import { idOf } from "../../../schema/identify.ts";
import type { ObjectId } from "../../../schema/object-id.ts";
import type { Column } from "../../../schema/objects.ts";
import { rowsWithinTypes, tablesWith } from "./rows-within.ts";
import { madeAnew } from "./take-over.ts";

/** What changes the rows of tables which other columns hold: a column or a type. */
interface Cause {
  readonly id: ObjectId;
  readonly tables: readonly ObjectId[];
}

/**
 * The difference, where columns change that hold rows of a table. PostgreSQL retypes no column of a table while another
 * column holds rows of it, by themselves or within other values: those are text meanwhile.
 */
export function withRowsCarriedAlong(
  difference: Difference,
  { before, after }: { readonly before: DatabaseSchema; readonly after: DatabaseSchema },
  isRebuilt: (change: ChangedObject) => boolean,
): Difference {
  const [within, withinLater] = [rowsWithinTypes(before), rowsWithinTypes(after)];
  const held = new Set([
    ...objectsOfKind(before, "column").flatMap(({ typeObject }) => [...within(typeObject)]),
    ...objectsOfKind(after, "column").flatMap(({ typeObject }) => [...withinLater(typeObject)]),
  ]);
  if (held.size === 0) return difference;
  const heldOf = (columns: readonly Column[]): readonly ObjectId[] =>
    [...new Set(columns.flatMap((column) => tablesWith(column, before)))].filter((table) => held.has(table));
  const changes = new Map(difference.changed.map((change) => [change.id, change]));
  const causes = difference.changed
    .map((change): Cause => ({ id: change.id, tables: heldOf(retypedBy(change, isRebuilt(change), before)) }))
    .filter(({ tables }) => tables.length > 0);
  for (const { id, tables } of causes) {
    const change = changes.get(id);
    if (change !== undefined) changes.set(id, { ...change, rowsOf: tables });
  }
  const changing = new Set(causes.flatMap(({ tables }) => tables));
  const holdsAny = (typeObject: ObjectId | null): boolean => [...within(typeObject)].some((id) => changing.has(id));
  const carried = objectsOfKind(before, "column").filter(
    (column) => holdsAny(column.typeObject) && isKept(column, changes.get(idOf(column)), after),
  );
  const all = [...causes, ...carried.map((column): Cause => ({ id: idOf(column), tables: heldOf([column]) }))];
  for (const column of carried) {
    const rows = within(column.typeObject);
    const around = all.filter(({ tables }) => tables.some((table) => rows.has(table)));
    const tables = new Set([...around.flatMap((cause) => cause.tables), ...heldOf([column])]);
    const type = column.typeObject === null ? undefined : changes.get(column.typeObject);
    const anew = type !== undefined && isRebuilt(type) ? [type] : [];
    for (const { id, textMeanwhile = [], ...change } of anew)
      changes.set(id, { id, ...change, textMeanwhile: [...textMeanwhile, idOf(column)] });
    carry(changes, column, after, {
      rowsOf: [...tables],
      textAround: [...around.map(({ id }) => id), ...anew.map(({ id }) => madeAnew(id))],
    });
  }
  for (const view of objectsOfKind(before, "materialized_view"))
    if (view.resultColumns.some(({ typeObject }) => holdsAny(typeObject))) carry(changes, view, after, {});
  return { ...difference, changed: [...changes.values()] };
}

const retypedBy = (change: ChangedObject, rebuilt: boolean, before: DatabaseSchema): readonly Column[] => {
  if (change.before.kind === "column")
    return change.attributes.some((name) => name === "type" || name === "collation") ? [change.before] : [];
  return rebuilt ? objectsOfKind(before, "column").filter(({ typeObject }) => typeObject === change.id) : [];
};

/** Whether a column holds the same rows afterwards. */
function isKept(column: Column, change: ChangedObject | undefined, after: DatabaseSchema): boolean {
  const later = after.objects.get(idOf(column));
  return (
    later?.kind === "column" &&
    later.typeObject === column.typeObject &&
    column.generated === null &&
    later.generated === null &&
    change?.attributes.includes("type") !== true
  );
}

function carry(
  changes: Map<ObjectId, ChangedObject>,
  object: ChangedObject["before"],
  after: DatabaseSchema,
  how: Pick<ChangedObject, "rowsOf" | "textAround">,
): void {
  const id = idOf(object);
  const later = after.objects.get(id);
  if (later === undefined) return;
  const attribute = object.kind === "column" ? "type" : "definition";
  const attributes = new Set([...(changes.get(id)?.attributes ?? []), attribute]);
  changes.set(id, { id, before: object, after: later, attributes: [...attributes].sort(), ...how });
}
