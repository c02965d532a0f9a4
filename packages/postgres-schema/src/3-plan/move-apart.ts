import { isDeepStrictEqual } from "node:util";
import { diffSchemas } from "../2-diff/diff-schemas.ts";
import { type DatabaseSchema, objectsOfKind } from "../schema/database-schema.ts";
import { idOf, tableId } from "../schema/identify.ts";
import { kindOf, type ObjectId } from "../schema/object-id.ts";
import type { SchemaObject, Table } from "../schema/objects.ts";
import { parentsOf, tablesAbove } from "../schema/parents.ts";
import { onlyAdds } from "./changes/enum/change-enum-values.ts";
import { isAnother, isAnotherTable } from "./changes/table/another-table.ts";
import { editSchema } from "./edit-schema.ts";
import { type Leaving, standAlone } from "./stand-alone.ts";

/** A table that has other parents afterwards. */
interface Move {
  readonly before: Table;
  readonly after: Table;
  /** The parents that it has on both sides. */
  readonly kept: ReadonlySet<ObjectId>;
}

/**
 * The schemas on the way, where tables get other parents and change besides: first they leave, then they change as tables without
 * those parents, and then they join. None where all that they do is to leave and to join. Enums get their values before: that may end
 * the transaction, and should while there is nothing to keep.
 */
export function movesApart(before: DatabaseSchema, after: DatabaseSchema): readonly DatabaseSchema[] {
  const moves = movesBetween(before, after);
  if (moves.length === 0) return [];
  const changing = changedTables(...leftAndJoining(before, after, moves));
  // A parent that is made anew would take those along that it had.
  const needed = moves.filter(
    (move) =>
      changing.has(idOf(move.after)) ||
      parentsOf(move.before).some((parent) => !move.kept.has(parent) && isAnother(parent, before, after)),
  );
  if (needed.length === 0) return [];
  const valued = withNewValues(before, after);
  return [valued, ...leftAndJoining(valued, after, needed)];
}

/** The schema with the values that its enums are to have, where they only get more. */
function withNewValues(before: DatabaseSchema, after: DatabaseSchema): DatabaseSchema {
  const grown = objectsOfKind(after, "enum").filter((type) => {
    const was = before.objects.get(idOf(type));
    return was?.kind === "enum" && onlyAdds(was, type);
  });
  return editSchema(before, { put: grown });
}

function movesBetween(before: DatabaseSchema, after: DatabaseSchema): readonly Move[] {
  return objectsOfKind(after, "table").flatMap((table) => {
    const was = before.objects.get(idOf(table));
    if (was?.kind !== "table" || isAnotherTable(was, table)) return [];
    const [from, to] = [parentsOf(was), parentsOf(table)];
    const kept = new Set(from.filter((parent) => to.includes(parent)));
    return kept.size === from.length && kept.size === to.length ? [] : [{ before: was, after: table, kept }];
  });
}

function leftAndJoining(
  before: DatabaseSchema,
  after: DatabaseSchema,
  moves: readonly Move[],
): readonly [left: DatabaseSchema, joining: DatabaseSchema] {
  const tables = { before: moves.map((move) => move.before), after: moves.map((move) => move.after) };
  const left = editSchema(before, { without: keysAside([before, tables.before], [after, tables.after]) });
  const joining = editSchema(after, {
    without: [
      ...keysAside([after, tables.after], [before, tables.before]),
      ...moves.flatMap((move) => checksToCome(move, before, after)),
    ],
  });
  return [
    standAlone(
      left,
      moves.map(({ before: table, after: otherwise, kept }) => ({ table, kept, keeps: keptIn(otherwise, after) })),
    ),
    standAlone(
      joining,
      moves.map(({ before: otherwise, after: table, kept }) => ({ table, kept, keeps: keptIn(otherwise, before) })),
    ),
  ];
}

type Side = readonly [schema: DatabaseSchema, moving: readonly Table[]];

/**
 * Foreign keys that refer to rows of tables which move: they go before and come afterwards, where they do not stay as they are, or
 * the rows do.
 */
function keysAside([schema, moving]: Side, [other, movingThere]: Side): readonly ObjectId[] {
  const [above, aboveThere] = [unionAbove(moving, schema), unionAbove(movingThere, other)];
  return objectsOfKind(schema, "foreign_key").flatMap((key) => {
    const to = tableId(key.references.schema, key.references.table);
    const stays = isDeepStrictEqual(other.objects.get(idOf(key)), key) && !aboveThere.has(to);
    return above.has(to) && !stays ? [idOf(key)] : [];
  });
}

const unionAbove = (tables: readonly Table[], schema: DatabaseSchema): ReadonlySet<ObjectId> =>
  new Set(tables.flatMap((table) => [...tablesAbove(table, schema)]));

/** New checks that a child is to have from its parents alone: they come to it when it has joined. */
function checksToCome({ after: table }: Move, before: DatabaseSchema, after: DatabaseSchema): readonly ObjectId[] {
  if (table.inherits === undefined) return [];
  const above = tablesAbove(table, after);
  return objectsOfKind(after, "check").flatMap((check) => {
    const isTheirs =
      above.has(tableId(check.schema, check.table)) &&
      table.fromParents?.some(({ kind, name }) => kind === "constraint" && name === check.name);
    const was = before.objects.get(idOf(check));
    const isThere = was?.kind === "check" && was.expression === check.expression;
    return isTheirs && !isThere ? [idOf(check)] : [];
  });
}

/** What a table has on the other side, too, is not built anew. */
const keptIn =
  ({ fromParents = [] }: Table, schema: DatabaseSchema): Leaving["keeps"] =>
  (own) =>
    schema.objects.has(own) || fromParents.some(({ name }) => own.endsWith(`.${name}`));

/** The tables of which something differs. */
function changedTables(before: DatabaseSchema, after: DatabaseSchema): ReadonlySet<ObjectId> {
  const { added, removed, changed } = diffSchemas(before, after);
  const tables = new Set<ObjectId>();
  const find = (object: SchemaObject | undefined): void => {
    if (object === undefined) return;
    if ("table" in object) tables.add(tableId(object.schema, object.table));
    else if (object.kind === "table") tables.add(idOf(object));
    else if ("on" in object) for (const schema of [before, after]) find(schema.objects.get(object.on));
    else if (object.kind === "sequence" && object.ownedBy !== null && kindOf(object.ownedBy) === "column")
      for (const schema of [before, after]) find(schema.objects.get(object.ownedBy));
  };
  for (const object of [...added, ...removed]) find(object);
  for (const change of changed) {
    find(change.before);
    find(change.after);
  }
  return tables;
}
