import { isKind } from "../../../schema/database-schema.ts";
import { canonicalText } from "../../../schema/fingerprint.ts";
import { idOf, tableId } from "../../../schema/identify.ts";
import type { Index, IndexKey } from "../../../schema/objects.ts";
import { expression } from "../../../sql/expression.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { joinSql, nothing, type Sql, sql, trusted } from "../../../sql/sql.ts";
import type { PlanContext } from "../../change-rule.ts";
import { tablesBelow } from "../../tables-below.ts";
import { parameterOf } from "../setting/setting.ts";
import { parametersToMakeWith } from "./parameters-of-partitioned.ts";

/** Where an index is made, and under which name. */
type Place = Pick<Index, "schema" | "table" | "name">;

/** The statement that makes an index, or the part of it that the partition at `place` has. */
export function indexDefinition(index: Index, context: PlanContext, place: Place = index): Sql {
  const unique = index.unique ? sql`UNIQUE ` : nothing;
  const concurrently = context.concurrently ? sql`CONCURRENTLY ` : nothing;
  const only = isPartitioned(place, context) && isMadeAlone(index, context) ? sql`ONLY ` : nothing;
  const method = index.method === "btree" ? nothing : sql`USING ${ident(index.method)} `;
  const include = index.include.length === 0 ? nothing : sql` INCLUDE (${joinSql(index.include.map(ident), ", ")})`;
  const nulls = index.nullsNotDistinct ? sql` NULLS NOT DISTINCT` : nothing;
  const parameters = parametersToMakeWith(index, context.after).map(parameterOf);
  const made = parameters.length === 0 ? nothing : sql` WITH (${joinSql(parameters, ", ")})`;
  const where = index.where === null ? nothing : sql` WHERE ${expression(index.where)}`;
  const keys = joinSql(index.keys.map(keyDefinition), ", ");
  return sql`CREATE ${unique}INDEX ${concurrently}${ident(place.name)} ON ${only}${qualified(place.schema, place.table)} ${method}(${keys})${include}${nulls}${made}${where}`;
}

function keyDefinition(key: IndexKey): Sql {
  const subject = key.column === null ? sql`(${expression(key.expression ?? "")})` : ident(key.column);
  const collation = key.collation === null ? nothing : sql` COLLATE ${trusted(key.collation)}`;
  const operatorClass = key.operatorClass === null ? nothing : sql` ${trusted(key.operatorClass)}`;
  // Nulls are last in ascending and first in descending order unless something else is said.
  const nulls = key.nullsFirst === key.descending ? nothing : key.nullsFirst ? sql` NULLS FIRST` : sql` NULLS LAST`;
  return sql`${subject}${collation}${operatorClass}${key.descending ? sql` DESC` : nothing}${nulls}`;
}

/**
 * Whether the index of a partitioned table is made for it alone, and those of its partitions join it one by one: where not all
 * have one, which is why it counts as invalid, or where one has an index that PostgreSQL would take for its part.
 */
export function isMadeAlone(index: Index, context: PlanContext): boolean {
  const answers = known.get(context) ?? new Map<Index, boolean>();
  known.set(context, answers);
  const answer = answers.get(index) ?? findOut(index, context);
  answers.set(index, answer);
  return answer;
}

/** Asked for each part of each index, and found out once for a plan. */
const known = new WeakMap<PlanContext, Map<Index, boolean>>();

const findOut = (index: Index, context: PlanContext): boolean =>
  isPartitioned(index, context) && (!index.valid || (isNew(index, context) && hasOneLikeIt(index, context)));

const isNew = (index: Index, { before }: PlanContext): boolean => {
  const was = before.objects.get(idOf(index));
  return was === undefined || canonicalText(was) !== canonicalText(index);
};

const isPartitioned = ({ schema, table }: Place, { after }: PlanContext): boolean => {
  const on = after.objects.get(tableId(schema, table));
  return on !== undefined && isKind(on, "table") && on.partitionBy !== undefined;
};

const hasOneLikeIt = (index: Index, { before, after }: PlanContext): boolean =>
  tablesBelow(after, tableId(index.schema, index.table)).some((below) =>
    before
      .partsOf(idOf(below))
      .some((own) => isKind(own, "index") && after.objects.has(idOf(own)) && isAlike(index, own)),
  );

/** What PostgreSQL compares (`CompareIndexInfo`), but for operator classes: parameters and the order of keys may differ. */
function isAlike(one: Index, other: Index): boolean {
  const comparable = ({ unique, nullsNotDistinct, method, keys, include, where }: Index): string =>
    JSON.stringify([
      [unique, nullsNotDistinct, method, include, where],
      keys.map(({ column, expression, collation }) => [column, expression, collation]),
    ]);
  return comparable(one) === comparable(other);
}
