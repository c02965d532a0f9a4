import type { ObjectId, Privilege, SchemaObject } from "@build-it/postgres-schema";
import { idOf, isKind, tableId } from "@build-it/postgres-schema";
import type { Designed } from "./designed.ts";
import type { EarlierDesign } from "./earlier-design.ts";

/**
 * Where a table is granted column by column, its retained columns are granted as they were: earlier code still reads and
 * writes them.
 */
export function retainGrants(
  parts: readonly Designed[],
  retained: readonly SchemaObject[],
  before: EarlierDesign,
): readonly Designed[] {
  const columns = new Map<ObjectId, string[]>();
  for (const object of retained)
    if (isKind(object, "column")) {
      const table = tableId(object.schema, object.table);
      columns.set(table, [...(columns.get(table) ?? []), object.name]);
    }
  return parts.map((part) => {
    const { object } = part;
    const earlier = object.kind === "privilege" ? before.schema.objects.get(idOf(object)) : undefined;
    if (object.kind !== "privilege" || earlier?.kind !== "privilege") return part;
    const names = columns.get(object.on) ?? [];
    const kept = names.flatMap((name) => keptPrivileges(object, earlier, name));
    if (kept.length === 0) return part;
    return { ...part, object: { ...object, privileges: [...object.privileges, ...kept].sort() } };
  });
}

/** A whole table's grant covers its retained columns already. */
const keptPrivileges = (now: Privilege, earlier: Privilege, column: string): readonly string[] =>
  ["select", "insert", "update"]
    .filter(
      (word) =>
        now.privileges.some((privilege) => privilege.startsWith(`${word}(`)) &&
        (earlier.privileges.includes(word) || earlier.privileges.includes(`${word}(${column})`)),
    )
    .map((word) => `${word}(${column})`);
