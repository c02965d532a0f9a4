import { columnId, idOf, tableId } from "../../../schema/identify.ts";
import { attachedId, type ObjectId, objectId } from "../../../schema/object-id.ts";
import type { Column, Default, Domain, NotNull } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { type Sql, sql } from "../../../sql/sql.ts";
import type { PlanContext } from "../../change-rule.ts";
import { functionsFiredBy } from "../../fired-functions.ts";
import { alterStep, createStep, type Hazard, type Step } from "../../step.ts";
import { tablesBelow } from "../../tables-below.ts";
import { addNotNull } from "../not-null/change-not-null.ts";
import { nameTakenOver } from "../not-null/hand-on-names.ts";
import { saidOf } from "../not-null/not-null-constraint.ts";
import { resetIdentityPrivileges } from "../privilege/privilege.ts";
import { columnDefinition, identityDefinition } from "./column-definition.ts";
import { copyStep } from "./copy-step.ts";

/** Adds a column, with its default: PostgreSQL then fills the rows that are there without writing them, if it can. */
export function createColumn(column: Column, context: PlanContext): readonly Step[] {
  const { after, backfills, copies } = context;
  const initial = defaultOf(column, after);
  const said = notNullWith(column, after);
  const copied = copies.after.get(idOf(column));
  const value = backfills.get(idOf(column));
  if (value !== undefined && initial === undefined && !column.nullable)
    return createFilledColumn(column, value, context);
  if (column.identity !== null && !takesIdentityBelow(column, context)) return createNumberedLater(column, context);
  return [
    createStep(
      idOf(column),
      sql`ALTER TABLE ${qualified(column.schema, column.table)} ADD COLUMN ${columnDefinition(column, initial, said)}`,
      {
        lock: "access_exclusive",
        hazards: hazardsOfAdding(column, initial, after),
        creates: [
          ...[initial, said].flatMap((part) => (part === undefined ? [] : [idOf(part)])),
          ...nameTakenOver(column, context),
        ],
        needs: [...referencesOf(column), ...(initial?.dependsOn ?? [])].filter((id) => id !== idOf(column)),
        expects: [...columnsBefore(column, after), ...columnsBelow(column, after)],
      },
    ),
    ...resetIdentityPrivileges(column, context),
    ...(copied === undefined ? [] : [copyStep(column, copied, after)]),
  ];
}

/** Adds a required column to rows that have no value for it: empty, filled, then required. */
function createFilledColumn(column: Column, value: Sql, context: PlanContext): readonly Step[] {
  const table = qualified(column.schema, column.table);
  const name = ident(column.name);
  const lock = "access_exclusive";
  return [
    createStep(idOf(column), sql`ALTER TABLE ${table} ADD COLUMN ${columnDefinition({ ...column, nullable: true })}`, {
      lock,
      needs: referencesOf(column),
    }),
    alterStep(idOf(column), sql`UPDATE ${table} SET ${name} = ${value}`, {
      lock,
      hazards: ["scans_table"],
      needs: functionsFiredBy(column, context),
    }),
    addNotNull(column, context),
  ];
}

/** Whether the tables below can get the column with its identity: partitions can, from 17 on. */
function takesIdentityBelow({ schema, table }: Column, { before, postgresMajor }: PlanContext): boolean {
  const on = before.objects.get(tableId(schema, table));
  const isPartitioned = on?.kind === "table" && on.partitionBy !== undefined;
  return (isPartitioned && postgresMajor >= 17) || tablesBelow(before, tableId(schema, table)).length === 0;
}

/** Adds a column to all tables below and then makes it an identity, which they do not get. Rows that are there have no number. */
function createNumberedLater(column: Column, context: PlanContext): readonly Step[] {
  const { identityOptions: _, ...plain } = column;
  const identity = sql`ALTER TABLE ${qualified(column.schema, column.table)} ALTER COLUMN ${ident(column.name)} ADD${identityDefinition(column)}`;
  return [
    ...createColumn({ ...plain, identity: null }, context).map(
      (step): Step => ({
        ...step,
        hazards: [...new Set<Hazard>([...step.hazards, "scans_table", "may_fail_on_data"])],
      }),
    ),
    alterStep(idOf(column), identity, { lock: "access_exclusive" }),
    ...resetIdentityPrivileges(column, context),
  ];
}

/** The columns of its name that tables below have by themselves too: PostgreSQL merges a parent's with what they have. */
export const columnsBelow = ({ schema, table, name }: Column, inSchema: PlanContext["after"]): readonly ObjectId[] =>
  tablesBelow(inSchema, tableId(schema, table))
    .map((below) => columnId(below.schema, below.name, name))
    .filter((id) => inSchema.objects.has(id));

/** A table becomes one of a type only with its columns in the type's order. */
function columnsBefore(
  { schema, table, ordinal }: Column,
  { objects, partsOf }: PlanContext["after"],
): readonly ObjectId[] {
  const on = tableId(schema, table);
  if (!objects.has(attachedId("setting", on, "of_type"))) return [];
  return partsOf(on).flatMap((part) => (part.kind === "column" && part.ordinal < ordinal ? [idOf(part)] : []));
}

/** What is said of the constraint of a new column, where that can come with it: one that is not validated cannot. */
export function notNullWith(column: Column, schema: PlanContext["after"]): NotNull | undefined {
  const said = saidOf(column, schema);
  return said?.validated ? said : undefined;
}

/** The default that the column has in a schema. */
export function defaultOf(column: Column, schema: PlanContext["after"]): Default | undefined {
  const found = schema.objects.get(objectId("default", column.schema, column.table, column.name));
  return found?.kind === "default" ? found : undefined;
}

/** What adding a column to a table with rows may do to them. */
export function hazardsOfAdding(
  column: Column,
  initial: Default | undefined,
  schema: PlanContext["after"],
): readonly Hazard[] {
  // https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES
  if (column.identity !== null || (column.generated !== null && column.virtual !== true)) return ["rewrites_table"];
  const domain = domainOf(column, schema);
  if (isConstrained(column, domain, schema)) return ["rewrites_table", "may_fail_on_data"];
  const value = initial?.expression ?? domain?.default ?? null;
  if (value !== null) return isVolatile(value) ? ["rewrites_table"] : [];
  return column.nullable ? [] : ["scans_table", "may_fail_on_data"];
}

function domainOf({ typeObject }: Column, schema: PlanContext["after"]): Domain | undefined {
  const found = typeObject === null ? undefined : schema.objects.get(typeObject);
  return found?.kind === "domain" ? found : undefined;
}

/** PostgreSQL holds every row against the rules of a domain. */
const isConstrained = ({ type }: Column, domain: Domain | undefined, schema: PlanContext["after"]): boolean =>
  domain === undefined
    ? type.startsWith("information_schema.")
    : domain.notNull || schema.partsOf(idOf(domain)).some(({ kind }) => kind === "domain_check");

// A default that calls anything but the clock's own transaction time may give each row another value.
export const isVolatile = (expression: string): boolean =>
  /\(/.test(expression.replaceAll(/\b(?:pg_catalog\.)?now\(\)/gi, "").replaceAll(/'(?:[^']|'')*'/g, ""));
