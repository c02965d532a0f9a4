import { type DatabaseSchema, databaseSchema, objectsOfKind } from "../schema/database-schema.ts";
import { columnId, idOf, tableId } from "../schema/identify.ts";
import { type ObjectId, objectId } from "../schema/object-id.ts";
import type { SchemaObject, Trigger, View } from "../schema/objects.ts";
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
  /** The tables and columns that they rename. */
  readonly renamed: ReadonlySet<ObjectId>;
}

/**
 * Makes way for renames. A view that has the new name goes, with those that look at it, and a column that has it is put aside under
 * a name of its own; all are dropped unless the schema after has them again. Triggers that use a renamed column go first and
 * come back: what they call may speak of it by its former name, as rows are written.
 */
export function clearTheWay(
  before: DatabaseSchema,
  { asked, ordered }: { readonly asked: readonly Rename[]; readonly ordered: readonly Rename[] },
): ClearedWay {
  const dropped = droppedFirst(before, asked);
  const ids = new Set(dropped.map(idOf));
  const goes = (object: SchemaObject): boolean =>
    ids.has(idOf(object)) ||
    ("on" in object && ids.has(object.on)) ||
    ("table" in object && ids.has(objectId("view", object.schema, object.table)));
  const schema = databaseSchema([...before.objects.values()].filter((object) => !goes(object)));
  const aside = putAside(asked, schema);
  return {
    schema,
    steps: dropped.flatMap((object) => (object.kind === "view" ? dropView(object) : dropTrigger(object))),
    // In the order of the renames: tables, and columns in their table's new name.
    renames: [
      ...ordered.filter(({ kind }) => kind !== "column"),
      ...aside,
      ...ordered.filter(({ kind }) => kind === "column"),
    ],
    renamed: new Set([...asked, ...aside].flatMap((one) => (one.kind === "enum" ? [] : [idBefore(one, asked)]))),
  };
}

/** In an order in which they can go: each after all that look at it. */
function droppedFirst(before: DatabaseSchema, renames: readonly Rename[]): readonly (Trigger | View)[] {
  const views = objectsOfKind(before, "view");
  const found = new Map<ObjectId, View>();
  const add = (view: View): void => {
    if (found.has(idOf(view))) return;
    for (const other of views) if (referencesOf(other).includes(idOf(view))) add(other);
    found.set(idOf(view), view);
  };
  const taken = new Set(renames.flatMap((rename) => (rename.kind === "table" ? [viewId(rename)] : [])));
  for (const view of views) if (taken.has(idOf(view))) add(view);
  const columns = renames.flatMap((rename) => (rename.kind === "column" ? [idBefore(rename, renames)] : []));
  const usesOne = ({ dependsOn }: Trigger): boolean => columns.some((id) => dependsOn.includes(id));
  return [...objectsOfKind(before, "trigger").filter(usesOne), ...found.values()];
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
