import {
  attachedId,
  columnId,
  type DatabaseSchema,
  idOf,
  kindOf,
  nameOf,
  type ObjectId,
  type SchemaObject,
  tableId,
} from "@build-it/postgres-schema";
import { behaviourFunctionIds } from "./behaviour-functions.ts";
import type { Design } from "./design.ts";
import { deprecatedText } from "./design-comments.ts";
import type { EarlierDesign } from "./earlier-design.ts";
import { fillsItself, isHarmless } from "./is-harmless.ts";

export interface RetainedObjects {
  readonly objects: readonly SchemaObject[];
  readonly retained: Design["retained"];
  readonly origins: EarlierDesign["origins"];
}

const retainedKinds = new Set<SchemaObject["kind"]>(["table", "column", "view", "function"]);

/**
 * What the previous design had and the model has no more. Statements of earlier iterations still speak of it, so it stays,
 * made harmless to those of later ones: a column takes nulls unless it has a default, and what would refuse a row that
 * knows nothing of it goes. `before` has the new names already.
 */
export function retainObjects(before: EarlierDesign, live: ReadonlySet<ObjectId>): RetainedObjects {
  const { schema, origins } = before;
  const gone = [...schema.objects.values()].filter((object) => !live.has(idOf(object)));
  const heads = gone.filter((object) => retainedKinds.has(object.kind) && !behaviourFunctionIds.has(idOf(object)));
  const headIds = new Set(heads.map(idOf));
  const kept = new Map<ObjectId, SchemaObject>();
  for (const object of gone)
    if (headIds.has(idOf(object)) || belongsTo(object, headIds, before)) keep(object, kept, schema, live);
  const objects = [...[...kept.values()].map((object) => harmless(object, headIds, schema)), ...marks(heads, schema)];
  return {
    objects,
    retained: Object.fromEntries(heads.map((object) => [idOf(object), { name: nameOf(idOf(object)) }])),
    origins: new Map(
      objects.flatMap((object) => {
        const origin = origins.get(idOf(object));
        return origin === undefined ? [] : [[idOf(object), origin] as const];
      }),
    ),
  };
}

/** Whether an object is part of something retained: anything of a whole table, or what a column keeps. */
function belongsTo(object: SchemaObject, heads: ReadonlySet<ObjectId>, before: EarlierDesign): boolean {
  if (object.kind === "comment") return false;
  if (object.kind === "schema" || object.kind === "extension") return true;
  if (object.kind === "privilege") return heads.has(object.on) || kindOf(object.on) === "schema";
  if (!("table" in object)) return false;
  if (heads.has(tableId(object.schema, object.table))) return true;
  const columns = columnsIn(object).filter((id) => heads.has(id));
  return columns.length > 0 && isHarmless(object, columns, before);
}

/** The columns that an object works on. */
function columnsIn(object: SchemaObject): readonly ObjectId[] {
  if (!("table" in object)) return [];
  const named = (names: readonly string[]): readonly ObjectId[] =>
    names.map((name) => columnId(object.schema, object.table, name));
  switch (object.kind) {
    case "default":
      return named([object.column]);
    case "unique":
    case "primary_key":
    case "foreign_key":
      return named(object.columns);
    case "index":
      return [...named([...object.keys.flatMap(({ column }) => column ?? []), ...object.include]), ...object.dependsOn];
    default:
      return "dependsOn" in object ? object.dependsOn : [];
  }
}

const neededBy = (object: SchemaObject): readonly ObjectId[] => [
  ...("dependsOn" in object ? object.dependsOn : []),
  ...(object.kind === "column" && object.typeObject !== null ? [object.typeObject] : []),
];

/** Keeps an object and the types and functions that it needs. */
function keep(
  object: SchemaObject,
  kept: Map<ObjectId, SchemaObject>,
  schema: DatabaseSchema,
  live: ReadonlySet<ObjectId>,
): void {
  if (kept.has(idOf(object))) return;
  kept.set(idOf(object), object);
  for (const id of neededBy(object)) {
    const needed = schema.objects.get(id);
    if (needed !== undefined && !live.has(id)) keep(needed, kept, schema, live);
  }
}

/** A column of a living table is not filled by new code. Of a retained table nothing changes. */
const harmless = (object: SchemaObject, heads: ReadonlySet<ObjectId>, { objects }: DatabaseSchema): SchemaObject =>
  object.kind !== "column" || heads.has(tableId(object.schema, object.table)) || fillsItself(object, objects)
    ? object
    : { ...object, nullable: true };

/** The deprecation comments; what is in a retained table says it once, at the table. */
function marks(heads: readonly SchemaObject[], { objects }: DatabaseSchema): readonly SchemaObject[] {
  const ids = new Set(heads.map(idOf));
  return heads.flatMap((object) => {
    const on = idOf(object);
    const comment = objects.get(attachedId("comment", on));
    const text = comment?.kind === "comment" ? comment.text : undefined;
    if (object.kind === "column" && ids.has(tableId(object.schema, object.table)))
      return text === undefined ? [] : [{ kind: "comment", on, text } as const];
    return [{ kind: "comment", on, text: deprecatedText(text) } as const];
  });
}
