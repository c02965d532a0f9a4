import { type DatabaseSchema, databaseSchema, objectsOfKind } from "../../schema/database-schema.ts";
import { columnId, idOf } from "../../schema/identify.ts";
import { type ObjectId, objectId } from "../../schema/object-id.ts";
import type { SchemaObject, Trigger } from "../../schema/objects.ts";
import { type Rename, relationKinds } from "../../schema/rename-objects.ts";
import { dropTrigger } from "../changes/trigger/trigger.ts";
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
 * Makes way for renames. What has a new name and no other one to go on under, a view or a column, is put aside under a name of
 * its own, and dropped unless the schema after has it again. Triggers that use a renamed column go first and come back: what
 * they call may speak of it by its former name, as rows are written.
 */
export function clearTheWay(before: DatabaseSchema, asked: readonly Rename[]): ClearedWay {
  const place = placeBefore(asked);
  const aside = putAside(asked, { before, place });
  const idsBefore = (rename: Rename): readonly ObjectId[] =>
    rename.kind === "column"
      ? [columnId(rename.schema, place(rename), rename.from)]
      : relationKinds.map((kind) => objectId(kind, rename.schema, rename.from));
  const triggers = usingOneOf(before, new Set(asked.filter(({ kind }) => kind === "column").flatMap(idsBefore)));
  const dropped = new Set(triggers.map(idOf));
  const goes = (object: SchemaObject): boolean =>
    dropped.has(idOf(object)) || ("on" in object && dropped.has(object.on));
  return {
    schema: databaseSchema([...before.objects.values()].filter((object) => !goes(object))),
    steps: triggers.flatMap(dropTrigger),
    renames: orderRenames([...aside, ...asked], before),
    renamed: new Set([...asked, ...aside].filter(({ kind }) => kind !== "enum").flatMap(idsBefore)),
  };
}

const usingOneOf = (schema: DatabaseSchema, columns: ReadonlySet<ObjectId>): readonly Trigger[] =>
  objectsOfKind(schema, "trigger").filter(({ dependsOn }) => dependsOn.some((id) => columns.has(id)));

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
  const leaves = (found: Rename): boolean =>
    renames.some(
      (other) =>
        other.from === found.to &&
        other.schema === found.schema &&
        (found.kind === "column" ? other.kind === "column" && other.table === found.table : other.kind !== "column"),
    );
  const isTaken = (rename: Rename): boolean => {
    const { schema, to } = rename;
    if (rename.kind === "column") return before.objects.has(columnId(schema, place(rename), to));
    return relationKinds.some((kind) => before.objects.has(objectId(kind, schema, to)));
  };
  return renames
    .filter((rename) => isTaken(rename) && !leaves(rename))
    .map((rename): Rename => {
      const { schema, to: from } = rename;
      const to = freeName();
      return rename.kind === "column"
        ? { kind: "column", schema, table: rename.table, from, to }
        : { kind: "table", schema, from, to };
    });
}
