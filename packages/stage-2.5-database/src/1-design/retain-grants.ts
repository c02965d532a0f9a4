import type { Column, ObjectId, Privilege, SchemaObject } from "@build-it/postgres-schema";
import { idOf, isKind, tableId } from "@build-it/postgres-schema";
import { type BoundRole, boundRoles } from "./design-policies.ts";
import type { Designed } from "./designed.ts";
import type { EarlierDesign } from "./earlier-design.ts";

/**
 * Where a table is granted column by column, its retained columns are granted as they were: earlier code still reads and
 * writes them. And one that was secret stays so: for its sake the table is granted column by column to users.
 */
export function retainGrants(
  parts: readonly Designed[],
  retained: readonly SchemaObject[],
  before: EarlierDesign,
): readonly Designed[] {
  const kept = columnsByTable(retained);
  const live = columnsByTable(parts.map(({ object }) => object));
  const isSecret = (column: Column): boolean => before.origins.get(idOf(column))?.secret === true;
  return parts.map((part) => {
    const { object } = part;
    if (object.kind !== "privilege") return part;
    const columns = kept.get(object.on) ?? [];
    const open = columns.filter((column) => !isSecret(column));
    const spelled =
      open.length < columns.length && isBound(object)
        ? columnByColumn(object, [...(live.get(object.on) ?? []), ...open])
        : object.privileges;
    const earlier = before.schema.objects.get(idOf(object));
    const given = earlier?.kind === "privilege" ? earlier.privileges : [];
    const more = open.flatMap(({ name }) => keptPrivileges(object, given, name));
    return { ...part, object: { ...object, privileges: [...spelled, ...more].sort() } };
  });
}

function columnsByTable(objects: readonly SchemaObject[]): ReadonlyMap<ObjectId, readonly Column[]> {
  const columns = new Map<ObjectId, readonly Column[]>();
  for (const object of objects)
    if (isKind(object, "column")) {
      const table = tableId(object.schema, object.table);
      columns.set(table, [...(columns.get(table) ?? []), object]);
    }
  return columns;
}

const isBound = ({ grantee }: Privilege): boolean => boundRoles.includes(grantee as BoundRole);

/** The rights on a whole table as rights on some of its columns; rows are deleted whole. */
const columnByColumn = ({ privileges }: Privilege, columns: readonly Column[]): readonly string[] =>
  privileges.flatMap((word) => (ofColumns.includes(word) ? columns.map(({ name }) => `${word}(${name})`) : [word]));

const ofColumns: readonly string[] = ["select", "insert", "update"];

/** A whole table's grant covers its retained columns already. A right that is new covers them too, as it would there. */
const keptPrivileges = (now: Privilege, earlier: readonly string[], column: string): readonly string[] =>
  ofColumns
    .filter(
      (word) =>
        now.privileges.some((privilege) => privilege.startsWith(`${word}(`)) &&
        (!earlier.some((privilege) => privilege === word || privilege.startsWith(`${word}(`)) ||
          earlier.includes(word) ||
          earlier.includes(`${word}(${column})`)),
    )
    .map((word) => `${word}(${column})`);
