import {
  columnId,
  ident,
  idOf,
  joinSql,
  nameOf,
  type ObjectId,
  type ObjectOf,
  qualified,
  type SchemaObject,
  type Sql,
  sql,
  tableId,
  trusted,
} from "@build-it/postgres-schema";
import { referencesMissing, rowsBreakCheck, rowsNotUnique } from "../diagnostics/guard.ts";
import type { BreakingChange, GuardedChange } from "./find-breaking-changes.ts";
import { questionAbout } from "./question-about.ts";

/**
 * Uniques, references and checks that are new or stricter: rows decide whether they hold. Only those whose columns were there
 * before are asked about, as they were; what the same iteration makes of the rows is not known yet.
 */
export function findDemands(change: GuardedChange): readonly BreakingChange[] {
  const { added, changed } = change.difference;
  const demands = [...added, ...changed.map(({ after }) => after)];
  return demands.flatMap((object) => {
    const columns = columnsOf(object);
    if (columns === null || !("table" in object) || columns.some((column) => !isAsBefore(column, change))) return [];
    const condition = conditionOf(object, change);
    const question = condition && questionAbout({ schema: object.schema, table: object.table }, condition, change);
    const origin = change.designed.design.origins[idOf(object)];
    if (!question) return [];
    const diagnostic =
      object.kind === "foreign_key"
        ? referencesMissing(
            nameOf(idOf(object)),
            nameOf(tableId(object.references.schema, object.references.table)),
            origin,
          )
        : object.kind === "check"
          ? rowsBreakCheck(nameOf(idOf(object)), object.expression, origin)
          : rowsNotUnique(nameOf(idOf(object)), columns.map(nameOf), origin);
    return [{ diagnostic, question, whenUnknown: "pass", whenNone: "pass" } as const];
  });
}

/** The columns that a demand is on; null for what demands nothing. */
function columnsOf(object: SchemaObject): readonly ObjectId[] | null {
  switch (object.kind) {
    case "unique":
    case "foreign_key":
      return object.columns.map((name) => columnId(object.schema, object.table, name));
    case "index":
      return object.unique && object.keys.every(({ column }) => column !== null) && object.where === null
        ? object.keys.map(({ column }) => columnId(object.schema, object.table, column ?? ""))
        : null;
    case "check":
      return object.dependsOn.filter((id) => id.startsWith("column:"));
    default:
      return null;
  }
}

/** Whether a column has its name, its type and its values of before. */
function isAsBefore(column: ObjectId, { difference, designed, previous }: GuardedChange): boolean {
  const { backfills, conversions, valueMaps, renames, design } = designed;
  const touched = backfills.has(column) || conversions.has(column) || valueMaps.has(column);
  const renamed = renames.some(
    (rename) => rename.kind === "column" && columnId(rename.schema, rename.table, rename.to) === column,
  );
  const retyped = difference.changed.some(({ id, attributes }) => id === column && attributes.includes("type"));
  const isNew = difference.added.some((object) => idOf(object) === column);
  // Values that go are told by their own message.
  const lostValues = previous?.enumValues[column]?.some((value) => design.enumValues[column]?.includes(value) !== true);
  return !touched && !renamed && !retyped && !isNew && lostValues !== true;
}

function conditionOf(object: SchemaObject, change: GuardedChange): Sql | null {
  if (object.kind === "check") return sql`NOT (${trusted(object.expression)})`;
  if (object.kind === "unique") return duplicates(object, object.columns, object.nullsNotDistinct, change);
  if (object.kind === "index")
    return duplicates(
      object,
      object.keys.flatMap(({ column }) => column ?? []),
      object.nullsNotDistinct,
      change,
    );
  return object.kind === "foreign_key" ? orphans(object, change) : null;
}

function duplicates(
  { schema, table }: { readonly schema: string; readonly table: string },
  columns: readonly string[],
  nullsCount: boolean,
  { designed }: GuardedChange,
): Sql {
  const names = joinSql(columns.map(ident), ", ");
  const filled = nullsCount
    ? sql``
    : sql` WHERE ${joinSql(
        columns.map((name) => sql`${ident(name)} IS NOT NULL`),
        " AND ",
      )}`;
  const place = qualified(schema, tableNameBefore(schema, table, designed.renames));
  return sql`ctid IN (SELECT row_at FROM (SELECT ctid AS row_at, count(*) OVER (PARTITION BY ${names}) AS alike FROM ${place}${filled}) AS counted WHERE alike > 1)`;
}

/** A composite reference is let through where one of its columns is null, as PostgreSQL does. */
function orphans(
  { schema, table, columns, references }: ObjectOf<"foreign_key">,
  { difference, designed }: GuardedChange,
): Sql | null {
  const target = tableId(references.schema, references.table);
  if (difference.added.some((object) => idOf(object) === target)) return null;
  const own = qualified(schema, tableNameBefore(schema, table, designed.renames));
  const other = qualified(references.schema, tableNameBefore(references.schema, references.table, designed.renames));
  const filled = columns.map((name) => sql`${own}.${ident(name)} IS NOT NULL`);
  const same = columns.map(
    (name, index) => sql`target.${ident(references.columns[index] ?? "")} = ${own}.${ident(name)}`,
  );
  return sql`${joinSql(filled, " AND ")} AND NOT EXISTS (SELECT FROM ${other} AS target WHERE ${joinSql(same, " AND ")})`;
}

const tableNameBefore = (schema: string, table: string, renames: GuardedChange["designed"]["renames"]): string =>
  renames.find((rename) => rename.kind === "table" && rename.schema === schema && rename.to === table)?.from ?? table;
