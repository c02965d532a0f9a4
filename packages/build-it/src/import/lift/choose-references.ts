import { type Column, type ForeignKey, idOf, type ObjectId, tableId } from "@build-it/postgres-schema";
import type { TableParts } from "./gather-tables.ts";

const actions: ReadonlySet<string> = new Set(["restrict", "cascade", "set_null", "no_action"]);

/** The foreign keys that fields can say, by the column that they are on: the others stay in SQL. */
export type References = ReadonlyMap<ObjectId, ReadonlyMap<string, ForeignKey>>;

/** Which foreign keys become references, or users, of the tables that become entities. */
export function chooseReferences(
  lifted: ReadonlyMap<ObjectId, TableParts>,
  isDoubtful: (id: ObjectId) => boolean,
): References {
  const chosen = new Map<ObjectId, Map<string, ForeignKey>>();
  for (const [id, parts] of lifted) {
    const own = new Map<string, ForeignKey>();
    for (const foreignKey of parts.foreignKeys) {
      const [column = ""] = foreignKey.columns;
      if (!own.has(column) && !isDoubtful(idOf(foreignKey)) && isReference(foreignKey, parts, lifted))
        own.set(column, foreignKey);
    }
    chosen.set(id, own);
  }
  breakCircles(lifted, chosen);
  return chosen;
}

export const isUser = ({ references, columns }: ForeignKey): boolean =>
  columns.length === 1 &&
  references.schema === "auth" &&
  references.table === "users" &&
  references.columns.join() === "id";

function isReference(
  foreignKey: ForeignKey,
  { columns }: TableParts,
  lifted: ReadonlyMap<ObjectId, TableParts>,
): boolean {
  const { references, deferrable, initiallyDeferred, onDelete, onUpdate } = foreignKey;
  const [name] = foreignKey.columns;
  const column = columns.find((each) => each.name === name);
  if (column === undefined || foreignKey.columns.length !== 1 || column.identity !== null || column.generated !== null)
    return false;
  const isPlain =
    foreignKey.validated &&
    !foreignKey.matchFull &&
    foreignKey.deleteColumns === undefined &&
    deferrable === initiallyDeferred &&
    actions.has(onDelete) &&
    actions.has(onUpdate) &&
    !(onDelete === "set_null" && !column.nullable);
  if (!isPlain) return false;
  if (isUser(foreignKey)) return column.type === "uuid" && onUpdate === "no_action" && !deferrable;
  const target = lifted.get(tableId(references.schema, references.table));
  const key = target?.primaryKeys[0];
  return (
    target !== undefined &&
    key?.columns.length === 1 &&
    key.columns[0] === references.columns[0] &&
    typeOf(target.columns, key.columns[0]) === column.type
  );
}

const typeOf = (columns: readonly Column[], name: string | undefined): string | undefined =>
  columns.find((column) => column.name === name)?.type;

/**
 * Required references that lead in a circle let no row be the first, so the model refuses them. Where a database has them
 * all the same, one of each circle stays in SQL.
 */
function breakCircles(
  lifted: ReadonlyMap<ObjectId, TableParts>,
  chosen: ReadonlyMap<ObjectId, Map<string, ForeignKey>>,
): void {
  const done = new Set<ObjectId>();
  const visit = (id: ObjectId, above: ReadonlySet<ObjectId>): void => {
    const parts = lifted.get(id);
    if (parts === undefined || done.has(id)) return;
    const within = new Set([...above, id]);
    for (const [column, { references, deferrable }] of chosen.get(id) ?? []) {
      const isRequired = !(parts.columns.find(({ name }) => name === column)?.nullable ?? true);
      const isKey = parts.primaryKeys[0]?.columns.includes(column) ?? false;
      if (!(isRequired && !deferrable) && !isKey) continue;
      const target = tableId(references.schema, references.table);
      if (within.has(target)) chosen.get(id)?.delete(column);
      else visit(target, within);
    }
    done.add(id);
  };
  for (const id of lifted.keys()) visit(id, new Set());
}
