import type { Configuration } from "@build-it/artifacts";
import { idOf, type Rename, type SchemaObject } from "@build-it/postgres-schema";
import { columnBefore } from "./column-before.ts";
import type { Design } from "./design.ts";
import { scalarOf } from "./design-type.ts";
import { columnIdOf } from "./designed.ts";

/** The values that each column of an enum may hold, whatever the enum is stored as; a retained column keeps its own. */
export function enumValuesOf(
  configuration: Configuration,
  { previous, renames }: { readonly previous: Design | null; readonly renames: readonly Rename[] },
  retained: readonly SchemaObject[],
): Design["enumValues"] {
  const kept = retained.flatMap((object) => {
    const id = idOf(object);
    const values = previous?.enumValues[columnBefore(id, renames)];
    return values === undefined ? [] : [[id, values] as const];
  });
  const now = configuration.entities.flatMap((entity) =>
    entity.fields.flatMap(({ type, column }) => {
      const scalar = scalarOf(type);
      return scalar.kind === "enum"
        ? [[columnIdOf(entity, column), scalar.values.map(({ value }) => value)] as const]
        : [];
    }),
  );
  return Object.fromEntries([...kept, ...now]);
}
