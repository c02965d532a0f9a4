import type { ConfiguredEntity, TableDeclaration } from "@build-it/artifacts";
import type { Diagnostic } from "@build-it/stage-contract";
import { columnMissing, nameNotAddressable, tableMissing } from "./diagnostics.ts";

/** What the entities want and the tables do not have, and names that no query can hold. Empty: all is there. */
export function compareWithTables(
  entities: readonly ConfiguredEntity[],
  tables: readonly TableDeclaration[],
): readonly Diagnostic[] {
  return entities.flatMap((entity) => {
    const table = tables.find(({ schema, name }) => schema === entity.schema && name === entity.table);
    if (table === undefined) return [tableMissing(entity)];
    const columns = new Set(table.columns.map(({ name }) => name));
    const names = [entity.schema, entity.table, ...entity.fields.map(({ column }) => column)];
    return [
      ...entity.fields.filter(({ column }) => !columns.has(column)).map((field) => columnMissing(entity, field)),
      ...names.filter((name) => /\.| as /i.test(name)).map((name) => nameNotAddressable(entity, name)),
    ];
  });
}
