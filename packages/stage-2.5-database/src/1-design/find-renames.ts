import type { Configuration, ConfiguredEntity } from "@build-it/artifacts";
import { columnId, databaseSchema, type ObjectId, type Rename, tableId } from "@build-it/postgres-schema";
import type { Diagnostic } from "@build-it/stage-contract";
import { tableMovedSchema } from "../diagnostics.ts";
import type { Design } from "./design.ts";
import { tableOf } from "./designed.ts";

/**
 * The renames that the model names with `renamed_from` and that are still to be done: the previous design has the old name
 * and not the new one. The line may stay in the model for ever; it does nothing once it was done.
 */
export function findRenames(
  configuration: Configuration,
  previous: Design | null,
): { readonly renames: readonly Rename[]; readonly diagnostics: readonly Diagnostic[] } {
  if (previous === null) return { renames: [], diagnostics: [] };
  const before = databaseSchema(previous.objects).objects;
  const tables = new Map<ConfiguredEntity, Rename>();
  const diagnostics: Diagnostic[] = [];
  for (const entity of configuration.entities) {
    const { renamedFrom, schema, table } = entity;
    if (renamedFrom === undefined || before.has(tableOf(entity))) continue;
    if (!before.has(tableId(renamedFrom.schema, renamedFrom.table))) continue;
    if (renamedFrom.schema === schema)
      tables.set(entity, { kind: "table", schema, from: renamedFrom.table, to: table });
    else diagnostics.push(tableMovedSchema(entity));
  }
  const columns = configuration.entities.flatMap((entity) =>
    columnRenames(entity, tables.get(entity)?.from ?? entity.table, before),
  );
  return { renames: [...tables.values(), ...columns], diagnostics };
}

function columnRenames(
  entity: ConfiguredEntity,
  tableBefore: string,
  before: ReadonlyMap<ObjectId, unknown>,
): readonly Rename[] {
  const had = (column: string): boolean => before.has(columnId(entity.schema, tableBefore, column));
  return entity.fields.flatMap(({ column, renamedFrom }) =>
    renamedFrom !== undefined && had(renamedFrom.column) && !had(column)
      ? [{ kind: "column", schema: entity.schema, table: entity.table, from: renamedFrom.column, to: column } as const]
      : [],
  );
}
