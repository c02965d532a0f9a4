import type { Configuration, FieldType } from "@build-it/artifacts";
import { columnId } from "@build-it/postgres-schema";
import type { Design } from "./design.ts";

/** The values that each column of an enum may hold, whatever the enum is stored as; a retained column keeps its own. */
export function enumValuesOf(configuration: Configuration, previous: Design | null): Design["enumValues"] {
  const now = configuration.entities.flatMap((entity) =>
    entity.fields.flatMap((field) => {
      const values = valuesOf(field.type);
      return values === undefined ? [] : [[columnId(entity.schema, entity.table, field.column), values] as const];
    }),
  );
  return { ...previous?.enumValues, ...Object.fromEntries(now) };
}

function valuesOf(type: FieldType): string[] | undefined {
  const scalar = type.kind === "list" ? type.of : type;
  return scalar.kind === "enum" ? scalar.values.map(({ value }) => value) : undefined;
}
