import type { AccessCondition, AccessRule, ConfiguredEntity, ConfiguredField } from "@build-it/artifacts";
import { constant, ident, joinSql, literal, type Sql, sql } from "@build-it/postgres-schema";
import { currentTenant, currentUser, oncePerStatement } from "./current-user.ts";
import { columnTypeOf, scalarOf } from "./design-type.ts";
import { fieldOf } from "./designed.ts";

/** A condition on a row, and the columns it looks at. */
export interface RowCondition {
  readonly sql: Sql;
  readonly columns: readonly string[];
}

const always: RowCondition = { sql: sql`true`, columns: [] };
const never: RowCondition = { sql: sql`false`, columns: [] };

const isAlways = (condition: RowCondition): boolean => condition.sql.text === "true";

/** All of them hold. */
export function allOf(conditions: readonly RowCondition[]): RowCondition {
  const needed = conditions.filter((condition) => !isAlways(condition));
  const [only, ...more] = needed;
  if (only === undefined) return always;
  if (more.length === 0) return only;
  return {
    sql: joinSql(
      needed.map((condition) => sql`(${condition.sql})`),
      " AND ",
    ),
    columns: needed.flatMap(({ columns }) => columns),
  };
}

/** One of them holds. None at all holds for no row. */
export function anyOf(conditions: readonly RowCondition[]): RowCondition {
  const different = [...new Map(conditions.map((condition) => [condition.sql.text, condition])).values()];
  const [only, ...more] = different;
  if (only === undefined) return never;
  if (more.length === 0) return only;
  if (different.some(isAlways)) return always;
  return {
    sql: joinSql(
      different.map((condition) => sql`(${condition.sql})`),
      " OR ",
    ),
    columns: different.flatMap(({ columns }) => columns),
  };
}

/** What a rule asks of a row: its conditions, and that the row is the user's own where it is a rule for owners. */
export function conditionOfRule(
  entity: ConfiguredEntity,
  { to }: AccessRule,
  conditions: readonly AccessCondition[],
): RowCondition {
  const { owner } = entity.behaviours;
  return allOf([
    ...(to === "owner" ? [owner === undefined ? never : isUser(fieldOf(entity, owner))] : []),
    ...conditions.map((condition) => conditionOnField(fieldOf(entity, condition.field), condition)),
  ]);
}

/** What every row must be for the API's roles to touch it: of their tenant, and not deleted. */
export function conditionOfEveryRow(entity: ConfiguredEntity): RowCondition {
  const { tenant, softDelete } = entity.behaviours;
  const conditions: RowCondition[] = [];
  if (tenant !== undefined) {
    const field = fieldOf(entity, tenant);
    const own = oncePerStatement(currentTenant(columnTypeOf(field, entity.schema).type));
    conditions.push({ sql: sql`${ident(field.column)} = ${own}`, columns: [field.column] });
  }
  if (softDelete !== undefined) {
    const { column } = fieldOf(entity, softDelete);
    conditions.push({ sql: sql`${ident(column)} IS NULL`, columns: [column] });
  }
  return allOf(conditions);
}

function isUser({ column, type }: ConfiguredField): RowCondition {
  const user = oncePerStatement(scalarOf(type).kind === "uuid" ? currentUser : sql`auth.uid()::text`);
  const name =
    scalarOf(type).kind === "uuid" || scalarOf(type).kind === "text" ? ident(column) : sql`${ident(column)}::text`;
  return { sql: sql`${name} = ${user}`, columns: [column] };
}

const comparisons = { lt: sql`<`, lte: sql`<=`, gt: sql`>`, gte: sql`>=` } as const;

function conditionOnField(field: ConfiguredField, condition: AccessCondition): RowCondition {
  const name = ident(field.column);
  const value = (plain: string | number | boolean): Sql => comparable(field, plain);
  const over = (condition: Sql): RowCondition => ({ sql: condition, columns: [field.column] });
  switch (condition.operator) {
    case "is_user":
      return isUser(field);
    case "eq":
      return over(sql`${name} = ${value(condition.value)}`);
    case "ne":
      // A row without a value is not that value either.
      return over(sql`${name} IS DISTINCT FROM ${value(condition.value)}`);
    case "in":
      return condition.value.length === 0
        ? over(sql`false`)
        : over(sql`${name} IN (${joinSql(condition.value.map(value), ", ")})`);
    case "not_in":
      return condition.value.length === 0
        ? always
        : over(sql`${name} IS NULL OR ${name} NOT IN (${joinSql(condition.value.map(value), ", ")})`);
    case "is_null":
      return over(sql`${name} IS NULL`);
    case "is_not_null":
      return over(sql`${name} IS NOT NULL`);
    default:
      return over(sql`${name} ${comparisons[condition.operator]} ${value(condition.value)}`);
  }
}

const numeric = new Set(["smallint", "integer", "bigint", "decimal", "float"]);

/** As a quoted constant PostgreSQL reads the value as whatever the column is; numbers and booleans stay bare where they fit. */
function comparable({ type }: ConfiguredField, value: string | number | boolean): Sql {
  const { kind } = scalarOf(type);
  const fits = (typeof value === "number" && numeric.has(kind)) || (typeof value === "boolean" && kind === "boolean");
  return fits ? constant(value) : literal(String(value));
}
