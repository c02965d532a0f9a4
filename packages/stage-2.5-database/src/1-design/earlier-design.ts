import {
  type DatabaseSchema,
  databaseSchema,
  emptySchema,
  idOf,
  type ObjectId,
  type Rename,
  renameInSchema,
} from "@build-it/postgres-schema";
import type { Design, Origin } from "./design.ts";
import { schemaOf } from "./stored-objects.ts";

/** The previous design, in the names of the new one. */
export interface EarlierDesign {
  readonly schema: DatabaseSchema;
  readonly origins: ReadonlyMap<ObjectId, Origin>;
}

export function earlierDesign(previous: Design | null, renames: readonly Rename[]): EarlierDesign {
  if (previous === null) return { schema: emptySchema, origins: new Map() };
  const renamed = (schema: DatabaseSchema): DatabaseSchema => renames.reduce(renameInSchema, schema);
  const nowCalled = (id: ObjectId, object: Design["objects"][number]): ObjectId =>
    renames.length === 0 ? id : ([...renamed(databaseSchema([object])).objects.keys()][0] ?? id);
  const origins = previous.objects.flatMap((object) => {
    const id = idOf(object);
    const origin = previous.origins[id];
    return origin === undefined ? [] : [[nowCalled(id, object), origin] as const];
  });
  return { schema: renamed(schemaOf(previous.objects)), origins: new Map(origins) };
}
