import { type DatabaseSchema, databaseSchema, objectsOfKind } from "../../schema/database-schema.ts";
import { columnId, enumId, idOf } from "../../schema/identify.ts";
import { type ObjectId, objectId } from "../../schema/object-id.ts";
import type { SchemaObject, Trigger, View } from "../../schema/objects.ts";
import { referencesOf } from "../../schema/references.ts";
import { type Rename, relationKinds } from "../../schema/rename-objects.ts";
import { dropTrigger } from "../changes/trigger/trigger.ts";
import { dropView } from "../changes/view/view.ts";
import type { Step } from "../step.ts";
import { freeNames } from "./free-names.ts";
import { orderRenames } from "./order-renames.ts";

/** The schema without what would bend under a rename, the statements that get there, and the renames to do then. */
export interface ClearedWay {
  readonly schema: DatabaseSchema;
  readonly steps: readonly Step[];
  /** In an order in which they can be done. */
  readonly renames: readonly Rename[];
  /** The tables, views and columns that they rename. */
  readonly renamed: ReadonlySet<ObjectId>;
}

/**
 * Makes way for renames. What has a new name and no other one to go on under, be it a table, a view, an enum or a column, is
 * put aside under a name of its own, and dropped unless the schema after has it again; a view that nothing looks at goes at
 * once. Triggers that use a renamed column go first and come back: what they call may speak of it by its former name, as rows
 * are written.
 */
export function clearTheWay(before: DatabaseSchema, asked: readonly Rename[]): ClearedWay {
  const place = placeBefore(asked);
  const idsBefore = (rename: Rename): readonly ObjectId[] =>
    rename.kind === "column" ? [columnId(rename.schema, place(rename), rename.from)] : relationIds(rename, rename.from);
  const columns = asked.filter(({ kind }) => kind === "column").flatMap(idsBefore);
  const dropped = [...triggersUsing(columns, before), ...unusedViewsCalled(asked, before)];
  const schema = withoutObjects(before, new Set(dropped.map(idOf)));
  const aside = putAside(asked, { before: schema, place });
  return {
    schema,
    steps: dropped.flatMap((object) => (object.kind === "view" ? dropView(object) : dropTrigger(object))),
    renames: orderRenames([...aside, ...asked], before),
    renamed: new Set([...asked, ...aside].filter(({ kind }) => kind !== "enum").flatMap(idsBefore)),
  };
}

/** What can have a table's name. */
const relationIds = ({ schema }: Rename, name: string): readonly ObjectId[] =>
  relationKinds.map((kind) => objectId(kind, schema, name));

function triggersUsing(columns: readonly ObjectId[], schema: DatabaseSchema): readonly Trigger[] {
  const used = new Set(columns);
  return objectsOfKind(schema, "trigger").filter(({ dependsOn }) => dependsOn.some((id) => used.has(id)));
}

/** Views that have a new name, and that nothing else needs. */
function unusedViewsCalled(renames: readonly Rename[], { objects }: DatabaseSchema): readonly View[] {
  const named = renames.flatMap((rename) => {
    const view = rename.kind === "column" ? undefined : objects.get(objectId("view", rename.schema, rename.to));
    return view?.kind === "view" ? [view] : [];
  });
  const others = named.length === 0 ? [] : [...objects.values()];
  return named.filter((view) => {
    const id = idOf(view);
    return !others.some((other) => !holdersOf(other).includes(id) && referencesOf(other).includes(id));
  });
}

/** What an object is on, with which it goes, where that is a view or a trigger. */
const holdersOf = (object: SchemaObject): readonly ObjectId[] => [
  ...("on" in object ? [object.on] : []),
  ...("table" in object ? [objectId("view", object.schema, object.table)] : []),
];

/** The schema without some triggers and views, and what is on them. */
function withoutObjects(schema: DatabaseSchema, ids: ReadonlySet<ObjectId>): DatabaseSchema {
  if (ids.size === 0) return schema;
  const goes = (object: SchemaObject): boolean => [idOf(object), ...holdersOf(object)].some((id) => ids.has(id));
  return databaseSchema([...schema.objects.values()].filter((object) => !goes(object)));
}

type ColumnRename = Extract<Rename, { readonly kind: "column" }>;
/** The name that a column's table has before; the rename says the new one. */
type PlaceBefore = (rename: ColumnRename) => string;

function placeBefore(renames: readonly Rename[]): PlaceBefore {
  const tables = renames.filter(({ kind }) => kind === "table");
  return ({ schema, table }) => tables.find((one) => one.schema === schema && one.to === table)?.from ?? table;
}

/** The renames of what has a new name, unless it is renamed itself. */
function putAside(
  renames: readonly Rename[],
  { before, place }: { readonly before: DatabaseSchema; readonly place: PlaceBefore },
): readonly Rename[] {
  const given = renames.flatMap(({ from, to }) => [from, to]);
  const freeName = freeNames("put_aside", before, given);
  const isFreed = (rename: Rename): boolean =>
    renames.some(
      (other) =>
        other.from === rename.to &&
        other.schema === rename.schema &&
        (rename.kind === "column" ? other.kind === "column" && other.table === rename.table : other.kind !== "column"),
    );
  const has = (id: ObjectId): boolean => before.objects.has(id);
  const asideOf = (rename: Rename): Rename | undefined => {
    const { schema, to: from } = rename;
    if (rename.kind === "column")
      return has(columnId(schema, place(rename), from)) ? { ...rename, from, to: freeName() } : undefined;
    // A table's rows are of a type of its name.
    if (has(enumId(schema, from))) return { kind: "enum", schema, from, to: freeName() };
    return relationIds(rename, from).some(has) ? { kind: "table", schema, from, to: freeName() } : undefined;
  };
  return renames.flatMap((rename) => (isFreed(rename) ? [] : (asideOf(rename) ?? [])));
}
