import { columnId, idOf, type ObjectId, objectId, type SchemaObject } from "@build-it/postgres-schema";
import { refuseChanges } from "./behaviour-functions.ts";
import { designRefusal } from "./design-behaviours.ts";
import type { OldNames } from "./old-names.ts";

/**
 * What is set once stays so for earlier code: columns that were held and that the model has no more, and former names of
 * columns that are held. `before` has the new names already; a table that is retained whole keeps its trigger as it is.
 */
export function holdImmutable(
  objects: readonly SchemaObject[],
  before: ReadonlyMap<ObjectId, SchemaObject>,
  { retained, oldNames }: { readonly retained: Readonly<Record<ObjectId, unknown>>; readonly oldNames: OldNames },
): readonly SchemaObject[] {
  const byId = new Map(objects.map((object) => [idOf(object), object]));
  const changed = new Map<ObjectId, SchemaObject>();
  for (const table of objects) {
    if (table.kind !== "table") continue;
    const place = { schema: table.schema, table: table.name };
    const id = objectId("trigger", table.schema, table.name, "refuse_changes");
    const now = heldBy(byId.get(id), place, byId);
    const earlier = heldBy(before.get(id), place, byId).filter((name) => {
      const column = columnId(place.schema, place.table, name);
      return column in retained && !oldNames.has(column);
    });
    const named = [...new Set([...now, ...earlier])];
    const former = [...oldNames].flatMap(([old, { of }]) =>
      named.some((name) => columnId(place.schema, place.table, name) === of) ? columnNames(byId.get(old)) : [],
    );
    const held = [...new Set([...named, ...former])];
    if (held.length > now.length) changed.set(id, designRefusal(place, held)).set(idOf(refuseChanges), refuseChanges);
  }
  return [...new Map([...byId, ...changed]).values()];
}

/** The columns that a trigger holds, of those that are there. */
const heldBy = (
  trigger: SchemaObject | undefined,
  { schema, table }: { readonly schema: string; readonly table: string },
  objects: ReadonlyMap<ObjectId, SchemaObject>,
): readonly string[] =>
  trigger?.kind !== "trigger"
    ? []
    : trigger.dependsOn.flatMap((id) => {
        const column = objects.get(id);
        return column?.kind === "column" && column.schema === schema && column.table === table ? [column.name] : [];
      });

const columnNames = (object: SchemaObject | undefined): readonly string[] =>
  object?.kind === "column" ? [object.name] : [];
