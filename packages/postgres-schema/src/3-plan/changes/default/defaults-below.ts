import { columnId, idOf, tableId } from "../../../schema/identify.ts";
import type { IndexedSchema } from "../../../schema/indexed-schema.ts";
import { type ObjectId, objectId } from "../../../schema/object-id.ts";
import type { Table } from "../../../schema/objects.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { type Sql, sql } from "../../../sql/sql.ts";
import type { PlanContext } from "../../change-rule.ts";
import { childrenOf, tablesBelow } from "../../tables-below.ts";
import { isMadeAnew } from "../table/another-table.ts";

/** A column of a table, whosever it is. */
interface ColumnPlace {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
}

/**
 * Takes what is said of a column's default down to the tables that follow, each by itself, where PostgreSQL does not. One
 * that comes to be below has it from the start.
 */
export function defaultsBelow(place: ColumnPlace, action: Sql, context: PlanContext): readonly Sql[] {
  const { before, after } = context;
  const were = new Set(tablesBelow(before, tableId(place.schema, place.table)).map(idOf));
  return tablesBelowOf(place, after)
    .following.filter((table) => were.has(idOf(table)) && !isMadeAnew(table, context))
    .map(
      ({ schema, name }) =>
        sql`ALTER TABLE ONLY ${qualified(schema, name)} ALTER COLUMN ${ident(place.name)} ${action}`,
    );
}

/**
 * Tables that have the default from the column before, and say it themselves afterwards, by the ids of what they say. One that
 * is made anew says it from the start.
 */
export function followersUntilNow(place: ColumnPlace, context: PlanContext): ReadonlyMap<ObjectId, Table> {
  const { before, after } = context;
  return new Map(
    tablesBelowOf(place, before).following.flatMap((table) => {
      const id = objectId("inherited_column", table.schema, table.name, place.name);
      const said = after.objects.get(id);
      const saysIt = said?.kind === "inherited_column" && said.default !== null;
      return saysIt && !isMadeAnew(table, context) ? [[id, table] as const] : [];
    }),
  );
}

/**
 * Whether a table below says the default of a column itself. PostgreSQL takes a change of the parent's down to it all the
 * same, so then each table is spoken of by itself.
 */
export const isSaidBelow = (place: ColumnPlace, { after }: PlanContext): boolean => tablesBelowOf(place, after).isSaid;

interface TablesBelow {
  /** Those that have the default from the column. */
  readonly following: readonly Table[];
  readonly isSaid: boolean;
}

function tablesBelowOf({ schema, table, name }: ColumnPlace, inSchema: IndexedSchema): TablesBelow {
  const following = new Set<Table>();
  let isSaid = false;
  const visit = (above: ObjectId): void => {
    for (const child of childrenOf(inSchema, above)) {
      if (following.has(child)) continue;
      if (saysItself(child, name, inSchema)) isSaid = true;
      else {
        following.add(child);
        visit(idOf(child));
      }
    }
  };
  visit(tableId(schema, table));
  return { following: [...following], isSaid };
}

/** By a column of its own, or by what it says otherwise than the parent. */
function saysItself(table: Table, column: string, { objects }: IndexedSchema): boolean {
  if (objects.has(columnId(table.schema, table.name, column))) return true;
  const inherited = objects.get(objectId("inherited_column", table.schema, table.name, column));
  return inherited?.kind === "inherited_column" && inherited.default !== null;
}
