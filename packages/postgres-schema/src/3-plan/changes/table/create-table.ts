import { isDeepStrictEqual } from "node:util";
import { columnId, idOf, tableId } from "../../../schema/identify.ts";
import { kindOf, type ObjectId } from "../../../schema/object-id.ts";
import type {
  Check,
  Column,
  Default,
  NotNull,
  PrimaryKey,
  SchemaObject,
  Table,
  Unique,
} from "../../../schema/objects.ts";
import { tablesAbove } from "../../../schema/parents.ts";
import { referencesOf } from "../../../schema/references.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { joinSql, nothing, type Sql, sql, trusted } from "../../../sql/sql.ts";
import type { PlanContext } from "../../change-rule.ts";
import { statementName } from "../../statement-name.ts";
import { createStep, type Step } from "../../step.ts";
import { columnDefinition } from "../column/column-definition.ts";
import { checkDefinition, keyDefinition } from "../constraint/constraint-definition.ts";
import { optionList } from "../foreign/named-options.ts";
import { partsOfPartition, partsOfPartitions } from "../partition-part/parts-of-partitions.ts";
import { resetIdentityPrivileges, resetPrivileges } from "../privilege/privilege.ts";
import { typesNamedLike } from "../type/types-named-like.ts";
import { setRowSecurity, setRowSecurityForced } from "./change-row-security.ts";

type TablePart = Column | NotNull | Default | PrimaryKey | Unique | Check;

/** Makes a table with its columns, defaults, keys and checks in one statement, and shuts it before anyone can see in. */
export function createTable(table: Table, context: PlanContext): readonly Step[] {
  const parts = partsWithin(table, context);
  const name = qualified(table.schema, table.name);
  const unlogged = table.unlogged ? sql`UNLOGGED ` : nothing;
  const partitioned = table.partitionBy === undefined ? nothing : sql` PARTITION BY ${trusted(table.partitionBy)}`;
  const server =
    table.foreignServer === undefined
      ? nothing
      : sql` SERVER ${ident(table.foreignServer)}${optionList(table.foreignOptions ?? [])}`;
  const own = new Set<ObjectId>([idOf(table), ...parts.map(idOf)]);
  const needs = new Set([...referencesOf(table), ...parts.flatMap(referencesOf)].filter((id) => !own.has(id)));
  return [
    createStep(
      idOf(table),
      sql`CREATE ${unlogged}${statementName(table)}${bodyOf(table, parts)}${partitioned}${server}`,
      {
        ...costsForParents(table, context),
        creates: [
          ...parts.flatMap((part) => [idOf(part), ...partsOfPartitions(idOf(part), context.after)]),
          ...partsOfPartition(idOf(table), context.after),
          ...typesNamedLike(table),
          ...defaultsLostAbove(table, context),
        ],
        needs: [...needs, ...ofColumnsAbove(table, context)],
      },
    ),
    ...resetPrivileges(idOf(table), sql`TABLE ${name}`, context),
    ...parts.flatMap((part) => (part.kind === "column" ? resetIdentityPrivileges(part, context) : [])),
    ...(table.rowSecurity ? [setRowSecurity(table)] : []),
    ...(table.rowSecurityForced ? [setRowSecurityForced(table)] : []),
  ];
}

/** What its parents have comes down to it while it is made; what they have otherwise than theirs, not afterwards. */
const ofColumnsAbove = (table: Table, { after }: PlanContext): readonly ObjectId[] =>
  [...tablesAbove(table, after)].flatMap((above) =>
    after
      .partsOf(above)
      .filter(({ kind }) => kind === "inherited_column" || kind === "column" || kind === "default")
      .map(idOf),
  );

/** Defaults that its parents lose, which would come down to it as long as they are there: it takes their place. */
const defaultsLostAbove = (table: Table, { before, after }: PlanContext): readonly ObjectId[] =>
  [...tablesAbove(table, after)].flatMap((above) =>
    before
      .partsOf(above)
      .filter((part) => part.kind === "default" && !after.objects.has(idOf(part)))
      .map(idOf),
  );

/** A new table costs nobody anything but its parents. */
function costsForParents(
  { partitionOf, inherits = [] }: Table,
  { after }: PlanContext,
): Partial<Pick<Step, "lock" | "hazards">> {
  if (partitionOf === undefined) return inherits.length === 0 ? {} : { lock: "share_update_exclusive" };
  const parent = tableId(partitionOf.schema, partitionOf.table);
  const isDefault = (object: SchemaObject): boolean =>
    object.kind === "table" &&
    object.partitionOf?.bound === "DEFAULT" &&
    tableId(object.partitionOf.schema, object.partitionOf.table) === parent;
  const hasDefault = [...after.objects.values()].some(isDefault);
  const referenced = after.partsOf(parent).some(({ kind }) => kind === "foreign_key");
  return {
    lock: "access_exclusive",
    hazards: [
      ...(hasDefault ? (["scans_table", "may_fail_on_data"] as const) : []),
      ...(hasDefault || referenced ? (["locks_other_table"] as const) : []),
    ],
  };
}

function bodyOf(table: Table, parts: readonly TablePart[]): Sql {
  if (table.partitionOf !== undefined)
    return sql` PARTITION OF ${qualified(table.partitionOf.schema, table.partitionOf.table)} ${trusted(table.partitionOf.bound)}`;
  const parents = (table.inherits ?? []).map((parent) => qualified(parent.schema, parent.table));
  const inherits = parents.length === 0 ? nothing : sql` INHERITS (${joinSql(parents, ", ")})`;
  return parts.length === 0 ? sql` ()${inherits}` : sql` (\n  ${joinSql(definitions(parts), ",\n  ")}\n)${inherits}`;
}

/** The parts of a new table that CREATE TABLE makes: the plan makes no steps of their own for them. */
export function partsWithin(table: Table, { after }: PlanContext): readonly TablePart[] {
  // What a partition has of its own is put on it once it is there.
  if (table.partitionOf !== undefined) return [];
  const parts = after.partsOf(idOf(table)).filter(isTablePart);
  const own = new Set([idOf(table), ...parts.map(idOf)]);
  const isThere = (id: ObjectId): boolean => own.has(id) || beforeTables.has(kindOf(id));
  // What calls something that may only come later is added once that is there, and so is what uses such a column.
  // CREATE TABLE takes every check that is enforced for validated.
  const comesLater = (part: TablePart): boolean =>
    ("dependsOn" in part && !part.dependsOn.every(isThere)) ||
    (part.kind === "check" && !part.validated && part.notEnforced === undefined) ||
    (part.kind === "not_null" && (!part.validated || !own.has(columnId(part.schema, part.table, part.column)))) ||
    repeatsKey(part, parts);
  const later = new Set(parts.filter(comesLater).map(idOf));
  return parts.filter((part) => !later.has(idOf(part)) && !referencesOf(part).some((id) => later.has(id)));
}

/** Whether it is a key of the same columns as one before it: of such keys CREATE TABLE makes the first alone. */
function repeatsKey(part: TablePart, parts: readonly TablePart[]): boolean {
  if (!isKey(part)) return false;
  const alike = parts.filter(isKey).filter(({ columns }) => isDeepStrictEqual(columns, part.columns));
  return (alike.find(({ kind }) => kind === "primary_key") ?? alike[0]) !== part;
}

const isKey = (part: TablePart): part is PrimaryKey | Unique => part.kind === "primary_key" || part.kind === "unique";

/** Kinds that use no table, so that all of them can be there before any table is. */
const beforeTables = new Set(["schema", "extension", "collation", "enum", "sequence"]);

const isTablePart = (object: SchemaObject): object is TablePart =>
  object.kind === "column" ||
  object.kind === "not_null" ||
  object.kind === "default" ||
  object.kind === "primary_key" ||
  object.kind === "unique" ||
  object.kind === "check";

function definitions(parts: readonly TablePart[]): readonly Sql[] {
  const defaults = new Map(parts.flatMap((part) => (part.kind === "default" ? [[part.column, part] as const] : [])));
  const said = new Map(parts.flatMap((part) => (part.kind === "not_null" ? [[part.column, part] as const] : [])));
  const columns = parts.flatMap((part) => (part.kind === "column" ? [part] : [])).sort((a, b) => a.ordinal - b.ordinal);
  return [
    ...columns.map((column) => columnDefinition(column, defaults.get(column.name), said.get(column.name))),
    ...parts.filter(isKey).map(keyDefinition),
    ...parts.flatMap((part) => (part.kind === "check" ? [checkDefinition(part)] : [])),
  ];
}
