import { idOf, nameOf, type ObjectId, type ObjectOf, tableId } from "@build-it/postgres-schema";
import type { Diagnostic } from "@build-it/stage-contract";
import type { Design, DesignResult } from "../1-design/design.ts";
import { entityMayBeRenamed, fieldMayBeRenamed } from "../diagnostics/bodies.ts";
import type { GuardedChange } from "./find-breaking-changes.ts";

const alikeFrom = 0.7;

/**
 * Something that left the model while something like it came: a rename that nobody named, perhaps. It is never guessed,
 * in neither direction.
 */
export const findLookAlikes = (change: GuardedChange): readonly Diagnostic[] => [
  ...alikeFields(change),
  ...alikeEntities(change),
];

function alikeFields({ difference, designed, previous }: GuardedChange): readonly Diagnostic[] {
  const left = newlyRetained(designed, previous, "column");
  const newTables = tablesAdded(difference.added);
  return left.flatMap(({ id, object, name }) => {
    const candidates = difference.added.filter(
      (added): added is ObjectOf<"column"> =>
        added.kind === "column" &&
        added.schema === object.schema &&
        added.table === object.table &&
        !newTables.has(tableId(added.schema, added.table)) &&
        designed.design.retained[idOf(added)] === undefined &&
        !designed.newcomers.has(idOf(added)) &&
        added.type === object.type,
    );
    return candidates.map((candidate) =>
      fieldMayBeRenamed({ id, name }, { id: idOf(candidate), origin: designed.design.origins[idOf(candidate)] }),
    );
  });
}

function alikeEntities({ difference, designed, previous }: GuardedChange): readonly Diagnostic[] {
  const arrivals = difference.added.filter(
    (object): object is ObjectOf<"table"> => object.kind === "table" && !designed.newcomers.has(idOf(object)),
  );
  return newlyRetained(designed, previous, "table").flatMap(({ object, name }) => {
    const columns = columnsOf(designed, object);
    return arrivals
      .filter((arrival) => shareOf(columns, columnsOf(designed, arrival)) >= alikeFrom)
      .map((arrival) =>
        entityMayBeRenamed(
          { name, table: nameOf(idOf(object)) },
          { table: nameOf(idOf(arrival)), origin: designed.design.origins[idOf(arrival)] },
        ),
      );
  });
}

export function newlyRetained<Kind extends "table" | "column">(
  { design, schema }: DesignResult,
  previous: Design | null,
  kind: Kind,
): readonly { readonly id: ObjectId; readonly object: ObjectOf<Kind>; readonly name: string }[] {
  return Object.entries(design.retained).flatMap(([id, { name, renamedTo }]) => {
    const object = schema.objects.get(id as ObjectId);
    return object?.kind === kind && renamedTo === undefined && !(id in (previous?.retained ?? {}))
      ? [
          {
            id: id as ObjectId,
            object: object as ObjectOf<Kind>,
            name: modelName(previous?.origins[id as ObjectId]) ?? name,
          },
        ]
      : [];
  });
}

const tablesAdded = (added: GuardedChange["difference"]["added"]): ReadonlySet<ObjectId> =>
  new Set(added.flatMap((object) => (object.kind === "table" ? [idOf(object)] : [])));

const columnsOf = ({ schema }: DesignResult, table: ObjectOf<"table">): ReadonlySet<string> =>
  new Set(
    [...schema.objects.values()].flatMap((object) =>
      object.kind === "column" && object.schema === table.schema && object.table === table.name
        ? [`${object.name} ${object.type}`]
        : [],
    ),
  );

/** How much of the larger one both have. */
const shareOf = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...one].filter((name) => other.has(name)).length / Math.max(one.size, other.size, 1);

/** As the model called it, which is what `renamed_from` takes. */
const modelName = (origin: Design["origins"][ObjectId] | undefined): string | undefined =>
  origin === undefined ? undefined : origin.field === undefined ? origin.entity : `${origin.entity}.${origin.field}`;
