import {
  columnId,
  databaseSchema,
  idOf,
  kindOf,
  nameOf,
  type ObjectId,
  objectId,
  type Rename,
  renameInSchema,
  type SchemaObject,
  tableId,
} from "@build-it/postgres-schema";
import type { Design } from "./design.ts";
import { oldNameTriggers } from "./old-name-triggers.ts";
import { schemaOf } from "./stored-objects.ts";

/** What a former name stands for: the column or the table that has another name now. */
export interface OldName {
  readonly of: ObjectId;
  /** Of a table's former name: the columns that were known by then, under their names of then. */
  readonly columns: readonly string[];
}

/** By the column or the view that has the former name. */
export type OldNames = ReadonlyMap<ObjectId, OldName>;

export const viewId = (schema: string, name: string): ObjectId => objectId("view", schema, name);

/** The raw names in an id, outermost first: none of them holds the separator. */
export const namesIn = (id: ObjectId): readonly string[] =>
  id
    .slice(kindOf(id).length + 1)
    .split(".")
    .map((name) => nameOf(`name:${name}`));

/** The innermost of them, which is the object's own. */
export const ownName = (id: ObjectId): string => namesIn(id).at(-1) ?? "";

/** The former names that a design keeps working. */
export const oldNamesOf = (design: Design | null): OldNames =>
  new Map(
    Object.entries(design?.retained ?? {}).flatMap(([id, { renamedTo, columns = [] }]) =>
      renamedTo === undefined ? [] : [[id as ObjectId, { of: renamedTo, columns }] as const],
    ),
  );

/**
 * The former names after this iteration's renames: those that there were, now standing for what their column or table is
 * called since, and those that the renames leave behind. One that is taken back is none any more.
 */
export function carryOldNames(previous: Design | null, renames: readonly Rename[]): OldNames {
  if (previous === null) return new Map();
  const { objects } = schemaOf(previous.objects);
  const nowCalled = (id: ObjectId): ObjectId => {
    const object = objects.get(id);
    if (object === undefined) return id;
    return [...renames.reduce(renameInSchema, databaseSchema([object])).objects.keys()][0] ?? id;
  };
  const carried = [...oldNamesOf(previous)].map(([id, { of, columns }]): [ObjectId, OldName] => [
    nowCalled(id),
    { of: nowCalled(of), columns },
  ]);
  // A type has no second name.
  const leaving = renames.filter((rename) => rename.kind !== "enum");
  const takenBack = new Set(leaving.map(newNameOf));
  return new Map([
    ...carried.filter(([id]) => !takenBack.has(id)),
    ...leaving.map((rename) => leftBehind(rename, previous.objects)),
  ]);
}

/** A rename whose former name goes on working. */
type KeptRename = Exclude<Rename, { readonly kind: "enum" }>;

/** Where a former name that is taken back stood. */
const newNameOf = (rename: KeptRename): ObjectId =>
  rename.kind === "table" ? viewId(rename.schema, rename.to) : columnId(rename.schema, rename.table, rename.to);

function leftBehind(rename: KeptRename, before: readonly SchemaObject[]): [ObjectId, OldName] {
  const { schema, from, to } = rename;
  if (rename.kind === "column")
    return [columnId(schema, rename.table, from), { of: columnId(schema, rename.table, to), columns: [] }];
  const columns = before.flatMap((object) =>
    object.kind === "column" && object.schema === schema && object.table === from ? [object] : [],
  );
  const names = columns.toSorted((a, b) => a.ordinal - b.ordinal).map(({ name }) => name);
  return [viewId(schema, from), { of: tableId(schema, to), columns: names }];
}

/** The design without what keeps its former names working: that is designed anew in every iteration. */
export function withoutOldNames(design: Design): Design {
  const oldNames = oldNamesOf(design);
  if (oldNames.size === 0) return design;
  const gone = new Set<ObjectId>(oldNames.keys());
  for (const object of design.objects) {
    if (object.kind === "trigger" && oldNameTriggers.includes(object.name))
      for (const id of [idOf(object), ...object.dependsOn.filter((used) => kindOf(used) === "function")]) gone.add(id);
    if (object.kind === "default" && gone.has(columnId(object.schema, object.table, object.column)))
      gone.add(idOf(object));
  }
  return {
    ...design,
    objects: design.objects.filter((object) => !gone.has(idOf(object)) && !("on" in object && gone.has(object.on))),
    retained: Object.fromEntries(Object.entries(design.retained).filter(([id]) => !gone.has(id as ObjectId))),
  };
}

/** By column with a former name: the column that it repeats, as a plan wants to know it. */
export const copiesIn = (design: Design | null): ReadonlyMap<ObjectId, ObjectId> => {
  const generated = new Set(
    design?.objects.flatMap((object) => (object.kind === "column" && object.generated !== null ? [idOf(object)] : [])),
  );
  return new Map(
    [...oldNamesOf(design)].flatMap(([id, { of }]) =>
      kindOf(id) === "column" && !generated.has(id) ? [[id, of] as const] : [],
    ),
  );
};
