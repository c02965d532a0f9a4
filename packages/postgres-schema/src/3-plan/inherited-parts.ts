import type { ChangedObject } from "../2-diff/diff-schemas.ts";
import { isKind } from "../schema/database-schema.ts";
import { columnId, idOf, tableId } from "../schema/identify.ts";
import type { IndexedSchema } from "../schema/indexed-schema.ts";
import { type ObjectId, objectId } from "../schema/object-id.ts";
import type { SchemaObject, Table } from "../schema/objects.ts";
import { parentsOf, tablesAbove } from "../schema/parents.ts";
import { referencesOf } from "../schema/references.ts";
import type { PlanContext } from "./change-rule.ts";
import { isMadeAnew } from "./changes/table/another-table.ts";
import { hasColumn } from "./changes/table/columns-of-parents.ts";

/**
 * Parts of a table that are only an object on one side, since on the other the table has them from its parent: attaching
 * and detaching make them so without a step.
 */
export function inheritedParts(changed: readonly ChangedObject[], context: PlanContext): ReadonlySet<ObjectId> {
  const { before, after } = context;
  const parts = new Set<ObjectId>();
  for (const { before: from, after: to } of changed) {
    if (!isKind(from, "table") || !isKind(to, "table") || isMadeAnew(to, context)) continue;
    for (const id of taken(to, from, before, after)) parts.add(id);
    for (const id of taken(from, to, after, before)) parts.add(id);
    for (const id of keptByItself(from, to, before, after)) parts.add(id);
    for (const id of [...saidAlike(to, before, after), ...saidAlike(from, after, before)]) parts.add(id);
  }
  return parts;
}

/** What stands by itself in `alone` and comes from the parents of `child` in the other schema. */
function taken(child: Table, alone: Table, own: IndexedSchema, parental: IndexedSchema): readonly ObjectId[] {
  const kept = new Set(parentsOf(alone));
  const inherited = new Set(
    parentsOf(child)
      .filter((parent) => !kept.has(parent))
      .flatMap((parent) => [parent, ...abovePartition(parent, parental)])
      .flatMap((parent) => parental.partsOf(parent).map(nameless)),
  );
  if (inherited.size === 0) return [];
  return own
    .partsOf(idOf(alone))
    .filter((part) => inherited.has(nameless(part)) && !parental.objects.has(idOf(part)) && isFromParent(part, child))
    .map(idOf);
}

/** A partition has all that its own parent has. */
const abovePartition = (id: ObjectId, schema: IndexedSchema): readonly ObjectId[] => {
  const table = schema.objects.get(id);
  return table !== undefined && isKind(table, "table") && table.partitionOf !== undefined
    ? [...tablesAbove(table, schema)]
    : [];
};

/** An index or a foreign key that stays with a table which leaves its parent has the name that it had. */
const isFromParent = (part: SchemaObject, { fromParents }: Table): boolean =>
  (part.kind !== "index" && part.kind !== "foreign_key") ||
  fromParents === undefined ||
  fromParents.some(({ name }) => name === part.name);

/** What a child had otherwise than its parent stays as it is when the column becomes its own, and goes with it. */
const keptByItself = (from: Table, to: Table, before: IndexedSchema, after: IndexedSchema): readonly ObjectId[] =>
  before
    .partsOf(idOf(from))
    .filter(
      (part) =>
        isKind(part, "inherited_column") &&
        (after.objects.has(columnId(to.schema, to.name, part.name)) || !hasColumn(to, part.name, after)),
    )
    .map(idOf);

/**
 * What a child says of a column that it has from a parent, and says of it on the other side, where the column is its own: PostgreSQL
 * leaves it as it is.
 */
function saidAlike(child: Table, own: IndexedSchema, parental: IndexedSchema): readonly ObjectId[] {
  const inherited = parental.partsOf(idOf(child)).filter((part) => part.kind === "inherited_column");
  return inherited.flatMap((said) => {
    const column = own.objects.get(columnId(child.schema, child.name, said.name));
    if (column?.kind !== "column" || isInTheWay(said, own)) return [];
    const initial = own.objects.get(objectId("default", child.schema, child.name, said.name));
    const expression = initial?.kind === "default" ? initial.expression : null;
    const isSameDefault = said.default === null || said.default.own === expression;
    const comments = [...parental.attachedTo(idOf(said)), ...own.attachedTo(idOf(column))].filter(
      (attached) => attached.kind === "comment",
    );
    return [
      ...(said.default !== null && isSameDefault && initial !== undefined ? [idOf(initial)] : []),
      ...(isSameDefault && !(said.required && column.nullable) ? [idOf(said)] : []),
      ...(comments[0]?.text === comments[1]?.text ? comments.map(idOf) : []),
    ];
  });
}

/** Whether the table has the parent on both sides, so that its own column goes before the parent's comes. */
function isInTheWay(said: SchemaObject, own: IndexedSchema): boolean {
  const table = "table" in said ? own.objects.get(tableId(said.schema, said.table)) : undefined;
  return table?.kind === "table" && referencesOf(said).some((id) => tablesAbove(table, own).has(id));
}

/** What makes a part the same one on a parent and on a child: a column's name, a key's columns, a condition. */
export function nameless(part: SchemaObject): string {
  switch (part.kind) {
    case "column":
      return JSON.stringify([part.kind, part.name]);
    case "default":
      return JSON.stringify([part.kind, part.column]);
    case "primary_key":
    case "unique":
      return JSON.stringify([part.kind, part.columns, part.period]);
    case "index":
      return JSON.stringify([part.kind, part.keys, part.where]);
    case "check":
      return JSON.stringify([part.kind, part.expression]);
    case "foreign_key":
      return JSON.stringify([part.kind, part.columns, part.references, part.period]);
    default:
      return idOf(part);
  }
}
