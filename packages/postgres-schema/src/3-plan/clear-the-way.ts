import { type DatabaseSchema, databaseSchema, objectsOfKind } from "../schema/database-schema.ts";
import { columnId, idOf, tableId } from "../schema/identify.ts";
import { type ObjectId, objectId } from "../schema/object-id.ts";
import type { SchemaObject } from "../schema/objects.ts";
import { referencesOf } from "../schema/references.ts";
import type { Rename } from "../schema/rename-objects.ts";
import { dropTrigger } from "./changes/trigger/trigger.ts";
import { dropView } from "./changes/view/view.ts";
import type { Step } from "./step.ts";

/** The schema without what would stop a rename or bend under it, the statements that get there, and the renames to do then. */
export interface ClearedWay {
  readonly schema: DatabaseSchema;
  readonly steps: readonly Step[];
  readonly renames: readonly Rename[];
}

/**
 * Makes way for renames. Views and triggers that use what is renamed go first and come back with what the schema after says:
 * PostgreSQL would keep them on the renamed thing, whatever their text means by then. A view that has the new name goes,
 * and a column that has it is put aside under a name of its own; both are dropped unless the schema after has them again.
 */
export function clearTheWay(
  before: DatabaseSchema,
  { asked, ordered }: { readonly asked: readonly Rename[]; readonly ordered: readonly Rename[] },
): ClearedWay {
  const dropped = droppedFirst(before, asked);
  const ids = new Set(dropped.map(idOf));
  const kept = [...before.objects.values()].filter(
    (object) => !ids.has(idOf(object)) && !("on" in object && ids.has(object.on)),
  );
  const schema = databaseSchema(kept);
  return {
    schema,
    steps: dropped.flatMap((object) => (object.kind === "view" ? dropView(object) : dropTrigger(object))),
    // In the order of the renames: tables, and columns in their table's new name.
    renames: [
      ...ordered.filter(({ kind }) => kind !== "column"),
      ...putAside(asked, schema),
      ...ordered.filter(({ kind }) => kind === "column"),
    ],
  };
}

type Dropped = Extract<SchemaObject, { readonly kind: "view" | "trigger" }>;

/** In an order in which they can go: each after all that look at it. */
function droppedFirst(before: DatabaseSchema, renames: readonly Rename[]): readonly Dropped[] {
  const views = objectsOfKind(before, "view");
  const found = new Map<ObjectId, Dropped>();
  const add = (object: Dropped): void => {
    if (found.has(idOf(object))) return;
    for (const view of views) if (referencesOf(view).includes(idOf(object))) add(view);
    found.set(idOf(object), object);
  };
  for (const rename of renames) {
    // What a view gives of an enum, and what a trigger tells by one, is the same under its new name.
    if (rename.kind === "enum") continue;
    const id = idBefore(rename, renames);
    for (const view of views)
      if (referencesOf(view).includes(id) || (rename.kind === "table" && idOf(view) === viewId(rename))) add(view);
    if (rename.kind === "column")
      for (const trigger of objectsOfKind(before, "trigger")) if (trigger.dependsOn.includes(id)) add(trigger);
  }
  return [...found.values()];
}

const viewId = ({ schema, to }: Rename): ObjectId => objectId("view", schema, to);

/** A column's table is said by its new name. */
const tableBefore = (schema: string, table: string, renames: readonly Rename[]): string =>
  renames.find((rename) => rename.kind === "table" && rename.schema === schema && rename.to === table)?.from ?? table;

const idBefore = (rename: Exclude<Rename, { readonly kind: "enum" }>, renames: readonly Rename[]): ObjectId =>
  rename.kind === "table"
    ? tableId(rename.schema, rename.from)
    : columnId(rename.schema, tableBefore(rename.schema, rename.table, renames), rename.from);

/** The renames of columns that have a new name, unless they are renamed themselves. */
function putAside(renames: readonly Rename[], { objects }: DatabaseSchema): readonly Rename[] {
  const aside: Rename[] = [];
  for (const rename of renames) {
    if (rename.kind !== "column") continue;
    const { schema, table, to } = rename;
    const before = tableBefore(schema, table, renames);
    const has = (column: string): boolean => objects.has(columnId(schema, before, column));
    const leaves = renames.some(
      (other) => other.kind === "column" && other.schema === schema && other.table === table && other.from === to,
    );
    if (!has(to) || leaves) continue;
    let number = aside.length + 1;
    while (has(`put_aside_${number}`)) number++;
    aside.push({ kind: "column", schema, table, from: to, to: `put_aside_${number}` });
  }
  return aside;
}
