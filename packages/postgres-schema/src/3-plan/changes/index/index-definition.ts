import { isKind } from "../../../schema/database-schema.ts";
import { tableId } from "../../../schema/identify.ts";
import type { Index, IndexKey } from "../../../schema/objects.ts";
import { expression } from "../../../sql/expression.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { joinSql, nothing, type Sql, sql, trusted } from "../../../sql/sql.ts";
import type { PlanContext } from "../../change-rule.ts";
import { parameterOf } from "../setting/setting.ts";
import { parametersToMakeWith } from "./parameters-of-partitioned.ts";

/** The index of a partitioned table counts as invalid as long as not all partitions have theirs: it was made for it alone. */
export const isAlone = ({ schema, table, valid }: Index, { after }: PlanContext): boolean => {
  const on = after.objects.get(tableId(schema, table));
  return !valid && on !== undefined && isKind(on, "table") && on.partitionBy !== undefined;
};

/** The statement that makes an index. */
export function indexDefinition(index: Index, context: PlanContext): Sql {
  const unique = index.unique ? sql`UNIQUE ` : nothing;
  const method = index.method === "btree" ? nothing : sql`USING ${ident(index.method)} `;
  const include = index.include.length === 0 ? nothing : sql` INCLUDE (${joinSql(index.include.map(ident), ", ")})`;
  const nulls = index.nullsNotDistinct ? sql` NULLS NOT DISTINCT` : nothing;
  const parameters = parametersToMakeWith(index, context.after).map(parameterOf);
  const made = parameters.length === 0 ? nothing : sql` WITH (${joinSql(parameters, ", ")})`;
  const where = index.where === null ? nothing : sql` WHERE ${expression(index.where)}`;
  const keys = joinSql(index.keys.map(keyDefinition), ", ");
  return sql`CREATE ${unique}INDEX ${context.concurrently ? sql`CONCURRENTLY ` : nothing}${ident(index.name)} ON ${isAlone(index, context) ? sql`ONLY ` : nothing}${qualified(index.schema, index.table)} ${method}(${keys})${include}${nulls}${made}${where}`;
}

function keyDefinition(key: IndexKey): Sql {
  const subject = key.column === null ? sql`(${expression(key.expression ?? "")})` : ident(key.column);
  const collation = key.collation === null ? nothing : sql` COLLATE ${trusted(key.collation)}`;
  const operatorClass = key.operatorClass === null ? nothing : sql` ${trusted(key.operatorClass)}`;
  // Nulls are last in ascending and first in descending order unless something else is said.
  const nulls = key.nullsFirst === key.descending ? nothing : key.nullsFirst ? sql` NULLS FIRST` : sql` NULLS LAST`;
  return sql`${subject}${collation}${operatorClass}${key.descending ? sql` DESC` : nothing}${nulls}`;
}
