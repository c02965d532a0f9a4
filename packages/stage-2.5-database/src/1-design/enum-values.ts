import type { Configuration } from "@build-it/artifacts";
import { idOf, type SchemaObject } from "@build-it/postgres-schema";
import type { Design } from "./design.ts";
import { scalarOf } from "./design-type.ts";
import { columnIdOf } from "./designed.ts";

/** The values that each column of an enum may hold, whatever the enum is stored as; a retained column keeps its own. */
export function enumValuesOf(
  configuration: Configuration,
  previous: Design | null,
  retained: readonly SchemaObject[],
): Design["enumValues"] {
  const kept = retained.flatMap((object) => {
    const values = previous?.enumValues[idOf(object)];
    return values === undefined ? [] : [[idOf(object), values] as const];
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
