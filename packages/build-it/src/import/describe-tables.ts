import {
  type DatabaseSchema,
  idOf,
  nameOf,
  type ObjectId,
  type SchemaObject,
  tableId,
} from "@build-it/postgres-schema";
import type { LiftedSchema } from "./lift/lift-schema.ts";

/** A table of the schema that was imported, and where the model says it. */
export interface ImportedTable {
  readonly table: string;
  /** The entity that it became; absent where it is said in SQL. */
  readonly entity?: string;
  /** Why it is no entity: a clause after its name. */
  readonly reason?: string;
  /** What of an entity's table is said in SQL beside it: `2 triggers`. */
  readonly inSql?: readonly string[];
}

/** What became of each table, in the order of their names. */
export function describeTables(
  { objects }: DatabaseSchema,
  { entities, said, leftInSql }: LiftedSchema,
): readonly ImportedTable[] {
  const beside = new Map<ObjectId, Map<string, number>>();
  for (const object of objects.values()) {
    const table = tableOf(object);
    if (table === undefined || !entities.has(table)) continue;
    if (said.objects.has(idOf(object)) && !leavesRowSecurity(object, said)) continue;
    const counts = beside.get(table) ?? new Map<string, number>();
    const word = object.kind === "table" ? rowSecurity : object.kind.replaceAll("_", " ");
    beside.set(table, counts.set(word, (counts.get(word) ?? 0) + 1));
  }
  const lifted = [...entities].map(([id, { entity }]): ImportedTable => {
    const inSql = [...(beside.get(id) ?? [])].map(([word, count]) => countOf(word, count));
    return { table: nameOf(id), entity, ...(inSql.length === 0 ? {} : { inSql }) };
  });
  return [...lifted, ...leftInSql].toSorted((left, right) => (left.table < right.table ? -1 : 1));
}

const leavesRowSecurity = (object: SchemaObject, said: DatabaseSchema): boolean => {
  const known = said.objects.get(idOf(object));
  return object.kind === "table" && known?.kind === "table" && object.rowSecurity !== known.rowSecurity;
};

const countOf = (word: string, count: number): string => {
  if (word === rowSecurity) return word;
  return `${count} ${count === 1 ? word : (plurals[word] ?? `${word}s`)}`;
};

const rowSecurity = "row level security";
const plurals: Readonly<Record<string, string>> = { index: "indexes", policy: "policies", statistics: "statistics" };

const tableOf = (object: SchemaObject): ObjectId | undefined => {
  if (object.kind === "table") return idOf(object);
  if ("table" in object && typeof object.table === "string") return tableId(object.schema, object.table);
  return "on" in object && object.on !== null && object.on.startsWith("table:") ? object.on : undefined;
};
