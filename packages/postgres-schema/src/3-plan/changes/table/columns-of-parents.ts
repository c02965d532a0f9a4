import { type DatabaseSchema, objectsOfKind } from "../../../schema/database-schema.ts";
import { columnId, idOf, tableId } from "../../../schema/identify.ts";
import { type IndexedSchema, indexSchema } from "../../../schema/indexed-schema.ts";
import { type ObjectId, objectId } from "../../../schema/object-id.ts";
import type { Column, InheritedColumn, Table } from "../../../schema/objects.ts";
import { parentsOf } from "../../../schema/parents.ts";
import { referencesOf } from "../../../schema/references.ts";
import { expression } from "../../../sql/expression.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { type Sql, sql } from "../../../sql/sql.ts";
import type { PlanContext } from "../../change-rule.ts";
import { alterStep, type Step } from "../../step.ts";
import { typeAction } from "../column/change-column-type.ts";
import { columnDefinition } from "../column/column-definition.ts";
import { defaultOf, hazardsOfAdding } from "../column/create-column.ts";

interface ChangedTable {
  readonly before: Table;
  readonly after: Table;
}

/** What happens to columns between leaving parents and joining others. */
export const changeParentsColumns = (change: ChangedTable, context: PlanContext): readonly Step[] => [
  ...dropParentsColumns(change, context),
  ...settleParentsColumns(change, context),
  ...fitPartitionsColumns(change, context),
  ...addParentsColumns(change, context),
];

/** A column that came from a parent stays when its table leaves; here goes what it is not to have by itself. */
const dropParentsColumns = ({ before, after }: ChangedTable, context: PlanContext): readonly Step[] =>
  columnsFromParents(before, context.before)
    .filter(({ name }) => !hasColumn(after, name, context.after))
    .map((column) =>
      alterStep(
        idOf(before),
        sql`ALTER TABLE ${qualified(before.schema, before.name)} DROP COLUMN ${ident(column.name)}`,
        {
          lock: "access_exclusive",
          hazards: column.generated === null ? ["deletes_data"] : [],
          releases: usesOf(column, context.before),
        },
      ),
    );

/** A column that came from a parent and is the table's own by now becomes what that one is to be. */
const settleParentsColumns = ({ before, after }: ChangedTable, context: PlanContext): readonly Step[] =>
  columnsFromParents(before, context.before).flatMap((column) => {
    const own = ownColumn(after, column.name, context.after);
    if (own === undefined) return [];
    const said = inheritedAs(column, before, context.before);
    const was = said?.default ? said.default.own : (defaultOf(column, context.before)?.expression ?? null);
    const is = defaultOf(own, context.after)?.expression ?? null;
    return settleColumn(
      after,
      {
        column,
        initial: was,
        nullable: column.nullable && said?.required !== true,
        uses: [...usesOf(column, context.before), ...(said === undefined ? [] : referencesOf(said))],
      },
      { column: own, initial: is, nullable: own.nullable, uses: usesOf(own, context.after) },
    );
  });

/** A column of a table's own that a partition is to have from its parent becomes what that one's is. */
const fitPartitionsColumns = ({ before, after }: ChangedTable, context: PlanContext): readonly Step[] =>
  after.partitionOf === undefined
    ? []
    : columnsFromParents(after, context.after).flatMap((column) => {
        const own = ownColumn(before, column.name, context.before);
        if (own === undefined) return [];
        const said = inheritedAs(column, after, context.after);
        const was = defaultOf(own, context.before)?.expression ?? null;
        const is = said?.default ? was : (defaultOf(column, context.after)?.expression ?? null);
        const nullable = column.nullable && said?.required !== true;
        return settleColumn(
          after,
          { column: own, initial: was, nullable: own.nullable, uses: usesOf(own, context.before) },
          // Before it is attached it gets what its parent requires.
          { column, initial: is, nullable: nullable || own.nullable, uses: usesOf(column, context.after) },
        );
      });

/** A column as a table has it, whosever it is. */
interface SettledColumn {
  readonly column: Column;
  readonly initial: string | null;
  readonly nullable: boolean;
  /** What has to be there for it. */
  readonly uses: readonly ObjectId[];
}

function settleColumn(table: Table, from: SettledColumn, to: SettledColumn): readonly Step[] {
  const { column } = to;
  const alter = (action: Sql, costs: Pick<Step, "hazards"> & Partial<Pick<Step, "needs" | "releases">>): Step =>
    alterStep(
      idOf(table),
      sql`ALTER TABLE ${qualified(table.schema, table.name)} ALTER COLUMN ${ident(column.name)} ${action}`,
      { lock: "access_exclusive", ...costs },
    );
  const needs = to.uses.filter((id) => id !== idOf(table));
  const releases = from.uses.filter((id) => id !== idOf(table) && !to.uses.includes(id));
  const isPlain = column.generated === null;
  const retyped = isPlain && (column.type !== from.column.type || column.collation !== from.column.collation);
  const isDefaultChanged = isPlain && (retyped || from.initial !== to.initial);
  return [
    ...(isDefaultChanged && from.initial !== null ? [alter(sql`DROP DEFAULT`, { hazards: [], releases })] : []),
    ...(retyped ? [alter(typeAction(from.column, column), { ...retypingCosts, needs, releases })] : []),
    ...(isDefaultChanged && to.initial !== null
      ? [alter(sql`SET DEFAULT ${expression(to.initial)}`, { hazards: [], needs })]
      : []),
    ...(to.nullable === from.nullable
      ? []
      : [
          to.nullable
            ? alter(sql`DROP NOT NULL`, { hazards: [] })
            : alter(sql`SET NOT NULL`, { hazards: ["scans_table", "may_fail_on_data"] }),
        ]),
  ];
}

const ownColumn = ({ schema, name }: Table, column: string, { objects }: IndexedSchema): Column | undefined => {
  const found = objects.get(columnId(schema, name, column));
  return found?.kind === "column" ? found : undefined;
};

const retypingCosts = { hazards: ["rewrites_table", "may_fail_on_data"] } as const;

/** What a table says of a column that it has from a parent. */
function inheritedAs(column: Column, { schema, name }: Table, { objects }: IndexedSchema): InheritedColumn | undefined {
  const inherited = objects.get(objectId("inherited_column", schema, name, column.name));
  return inherited?.kind === "inherited_column" ? inherited : undefined;
}

/** A table has to have its parent's columns before it can be a child. */
const addParentsColumns = ({ before, after }: ChangedTable, context: PlanContext): readonly Step[] =>
  columnsFromParents(after, context.after)
    .filter(({ name }) => !hasColumn(before, name, context.before))
    .map((column) => {
      const initial = defaultOf(column, context.after);
      return alterStep(
        idOf(after),
        sql`ALTER TABLE ${qualified(after.schema, after.name)} ADD COLUMN ${columnDefinition(column, initial)}`,
        {
          lock: "access_exclusive",
          hazards: hazardsOfAdding(column, initial, context.after),
          needs: [tableId(column.schema, column.table), ...usesOf(column, context.after)],
        },
      );
    });

/**
 * Columns that a table is to have from a parent alone which it only joins: INHERIT leaves what it has its own, so PostgreSQL
 * cannot get there. (A partition forgets that it ever had columns of its own.)
 */
export function columnsOfParentsAlone(before: DatabaseSchema, after: DatabaseSchema): readonly ObjectId[] {
  const joining = objectsOfKind(after, "table").flatMap((table) => {
    const earlier = before.objects.get(idOf(table));
    if (table.inherits === undefined || earlier?.kind !== "table") return [];
    const kept = new Set(parentsOf(earlier));
    const inherits = table.inherits.filter((parent) => !kept.has(tableId(parent.schema, parent.table)));
    return inherits.length === 0 ? [] : [{ ...table, inherits }];
  });
  if (joining.length === 0) return [];
  const indexed = indexSchema(after);
  return joining.flatMap((table) =>
    columnsFromParents(table, indexed).map(({ name }) => columnId(table.schema, table.name, name)),
  );
}

/**
 * Columns that only one side has as the table's own, while a parent has them on both: PostgreSQL keeps for good whose they are.
 * Only leaving the parent makes all of them the table's own, and nothing makes one the parent's alone but to lose its values.
 */
export function columnsOfOneOwner(before: DatabaseSchema, after: DatabaseSchema): readonly ObjectId[] {
  const children = objectsOfKind(after, "table").filter(({ inherits }) => inherits !== undefined);
  if (children.length === 0) return [];
  const [earlier, later] = [indexSchema(before), indexSchema(after)];
  return children.flatMap((table) => {
    const was = before.objects.get(idOf(table));
    if (was?.kind !== "table") return [];
    const keptParents = new Set(parentsOf(was).filter((parent) => parentsOf(table).includes(parent)));
    const [own, ownLater] = [ownColumns(was, earlier), ownColumns(table, later)].map(namesOf);
    const theirs = [...keptParents].flatMap((id) => {
      const [parent, parentLater] = [before.objects.get(id), after.objects.get(id)];
      if (parent?.kind !== "table" || parentLater?.kind !== "table") return [];
      return columnNames(parent, earlier).filter((name) => columnNames(parentLater, later).includes(name));
    });
    return [...new Set(theirs)]
      .filter((name) => own?.has(name) !== ownLater?.has(name))
      .map((name) => columnId(table.schema, table.name, name));
  });
}

const namesOf = (columns: readonly Column[]): ReadonlySet<string> => new Set(columns.map(({ name }) => name));

/** The names of all columns of a table, its own and its parents'. */
const columnNames = (table: Table, schema: IndexedSchema): readonly string[] =>
  [...ownColumns(table, schema), ...columnsFromParents(table, schema)].map(({ name }) => name);

/** Those that the table does not declare itself, each from the first parent that has it. */
function columnsFromParents(table: Table, schema: IndexedSchema): readonly Column[] {
  const found = new Map<string, Column>();
  for (const parent of parentsOf(table)) {
    const object = schema.objects.get(parent);
    if (object?.kind !== "table") continue;
    for (const column of [...ownColumns(object, schema), ...columnsFromParents(object, schema)])
      if (!found.has(column.name)) found.set(column.name, column);
  }
  for (const { name } of ownColumns(table, schema)) found.delete(name);
  return [...found.values()];
}

/** Whether a table has a column, its own or a parent's. */
export const hasColumn = (table: Table, name: string, schema: IndexedSchema): boolean =>
  schema.objects.has(columnId(table.schema, table.name, name)) ||
  columnsFromParents(table, schema).some((column) => column.name === name);

const ownColumns = (table: Table, schema: IndexedSchema): readonly Column[] =>
  schema.partsOf(idOf(table)).filter((part) => part.kind === "column");

/** What has to be there for a column, but for its table. */
const usesOf = (column: Column, schema: IndexedSchema): readonly ObjectId[] => {
  const table = tableId(column.schema, column.table);
  return [...referencesOf(column), ...(defaultOf(column, schema)?.dependsOn ?? [])].filter((id) => id !== table);
};
