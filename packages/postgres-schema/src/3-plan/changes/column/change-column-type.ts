import type { DatabaseSchema } from "../../../schema/database-schema.ts";
import { tableId } from "../../../schema/identify.ts";
import type { ObjectId } from "../../../schema/object-id.ts";
import type { Column, SchemaObject } from "../../../schema/objects.ts";
import { referencesLetGo, referencesOf } from "../../../schema/references.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { readRoutine } from "../../../sql/read-routine.ts";
import { nothing, type Sql, sql, trusted } from "../../../sql/sql.ts";
import { typeName } from "../../../sql/type-name.ts";
import type { AlterRule, AttributeChange } from "../../change-rule.ts";
import { alterStep, type Hazard, type Step } from "../../step.ts";
import { hasForeignRows } from "../../tables-below.ts";
import { isMergedColumn, mergedColumnsBelow } from "../table/merged-columns.ts";
import { alterRowsToo, asideOf, lettingGo } from "../type/take-over.ts";
import { castsDirectly } from "./casts-directly.ts";
import { aroundRetype } from "./change-identity-options.ts";
import { copyStep } from "./copy-step.ts";
import { keepsStoredBytes } from "./keeps-stored-bytes.ts";

/**
 * The value as the new type. An explicit cast to a shorter varchar would cut values without a word; text that is only
 * assigned to it is refused when it does not fit.
 */
export function conversionOf(column: Sql, from: string, to: string): Sql {
  if (!castsDirectly(from, to)) return sql`${column}::text::${typeName(to)}`;
  const mayCut = to.startsWith("character varying(") && !keepsStoredBytes(from, to);
  return mayCut ? sql`${column}::text` : sql`${column}::${typeName(to)}`;
}

const newType = ({ type, collation }: Column): Sql =>
  sql`TYPE ${typeName(type)}${collation === null ? nothing : sql` COLLATE ${trusted(collation)}`}`;

/** How ALTER COLUMN takes a column's values to another type. */
export const typeAction = (before: Column, after: Column, conversion?: Sql): Sql =>
  sql`${newType(after)} USING ${conversion ?? conversionOf(ident(after.name), before.type, after.type)}`;

/** Retypes a column in place; its rows stay. */
export const changeColumnType: AlterRule<"column"> = {
  // Views, policies, triggers, foreign keys and generated columns block a retype, a default may not cast, and PostgreSQL
  // would keep the casts that the old type put into the expressions of checks and indexes.
  stepsAside: (dependent) =>
    [
      "column",
      "view",
      "materialized_view",
      "rule",
      "default",
      "policy",
      "trigger",
      "foreign_key",
      "check",
      "setting",
    ].includes(dependent.kind) ||
    isExpressionIndex(dependent) ||
    isParsedBody(dependent),
  steps: (change, context) => {
    const { conversions, copies, before: earlier, after: schema } = context;
    const { id, before, after, rowsOf = [] } = change;
    // A parent's takes it along.
    if (isMergedColumn(after, context)) return [];
    if (change.textAround !== undefined) return beTextMeanwhile(change, change.textAround);
    const copied = copies.after.get(id);
    if (copied !== undefined && (conversions.has(copied) || !keepsStoredBytes(before.type, after.type)))
      return [copyStep(after, copied, schema)];
    const column = ident(after.name);
    const retype = alterStep(
      id,
      sql`ALTER TABLE ${qualified(after.schema, after.table)} ALTER COLUMN ${column} ${hasForeignRows(schema, tableId(after.schema, after.table)) || isGenerated(after) ? newType(after) : typeAction(before, after, conversions.get(id))}`,
      {
        lock: "access_exclusive",
        hazards: conversions.has(id) ? rewriting : hazardsOfRetyping(before, after),
        alters: mergedColumnsBelow(after, context),
        needs: referencesOf(after).filter((used) => !rowsOf.includes(used)),
        releases: [...lettingGo(referencesLetGo(before, after), context), ...putAside(before, after, earlier)],
      },
    );
    const { first, last } = aroundRetype(id, before, after);
    return [...first, alterRowsToo(retype, rowsOf), ...last];
  },
  // PostgreSQL computes a generated column anew, but only from a new column; its value is only assigned to another type.
  replaceIf: ({ before, after }) =>
    isGenerated(before) &&
    isGenerated(after) &&
    (before.generated !== after.generated || !keepsStoredBytes(before.type, after.type)),
};

/** The type that a column has a list of, or had: a new one may take its place. */
function putAside({ typeObject }: Column, after: Column, { objects }: DatabaseSchema): readonly ObjectId[] {
  const type = typeObject === null || typeObject !== after.typeObject ? undefined : objects.get(typeObject);
  return type?.kind === "enum" || type?.kind === "domain" || type?.kind === "composite" ? [asideOf(type)] : [];
}

/** A column that holds rows of a table keeps them as text while that table's columns change. */
function beTextMeanwhile(
  { id, after, rowsOf }: AttributeChange<"column">,
  changes: readonly ObjectId[],
): readonly Step[] {
  const alter = (type: Sql): Sql =>
    sql`ALTER TABLE ${qualified(after.schema, after.table)} ALTER COLUMN ${ident(after.name)} TYPE ${type} USING ${ident(after.name)}::${type}`;
  const costs = { lock: "access_exclusive", hazards: rewriting } as const;
  return [
    alterStep(id, alter(sql`text`), { ...costs, releases: changes }),
    alterStep(id, alter(typeName(after.type)), { ...costs, needs: changes }),
  ].map((step) => alterRowsToo(step, rowsOf));
}

const rewriting: readonly Hazard[] = ["rewrites_table", "may_fail_on_data"];

function hazardsOfRetyping(before: Column, after: Column): readonly Hazard[] {
  if (!keepsStoredBytes(before.type, after.type)) return rewriting;
  // Its indexes are built anew in the new order, in which values may be the same that were not.
  return before.collation === after.collation ? [] : ["scans_table", "blocks_writes", "may_fail_on_data"];
}

/** A function that PostgreSQL parsed when it was made, and whose columns it holds on to. */
const isParsedBody = (object: SchemaObject): boolean =>
  object.kind === "function" && readRoutine(object.definition) === null;

const isExpressionIndex = (object: SchemaObject): boolean =>
  object.kind === "index" && (object.where !== null || object.keys.some(({ expression }) => expression !== null));

const isGenerated = (column: Column): boolean => column.generated !== null;
