import { idOf } from "../../../schema/identify.ts";
import type { Index, IndexKey } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { expression } from "../../../sql/expression.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { joinSql, nothing, type Sql, sql, trusted } from "../../../sql/sql.ts";
import { createStep, dropStep, type Step } from "../../step.ts";

export const createIndex = (index: Index): readonly Step[] => [
  createStep(idOf(index), indexDefinition(index), {
    lock: "share",
    hazards: index.unique ? ["blocks_writes", "may_fail_on_data"] : ["blocks_writes"],
    needs: referencesOf(index),
  }),
];

export const dropIndex = (index: Index): readonly Step[] => [
  dropStep(idOf(index), sql`DROP INDEX ${qualified(index.schema, index.name)}`, {
    lock: "access_exclusive",
    releases: referencesOf(index),
  }),
];

function indexDefinition(index: Index): Sql {
  const unique = index.unique ? sql`UNIQUE ` : nothing;
  const method = index.method === "btree" ? nothing : sql`USING ${ident(index.method)} `;
  const include = index.include.length === 0 ? nothing : sql` INCLUDE (${joinSql(index.include.map(ident), ", ")})`;
  const nulls = index.nullsNotDistinct ? sql` NULLS NOT DISTINCT` : nothing;
  const where = index.where === null ? nothing : sql` WHERE ${expression(index.where)}`;
  const keys = joinSql(index.keys.map(keyDefinition), ", ");
  return sql`CREATE ${unique}INDEX ${ident(index.name)} ON ${qualified(index.schema, index.table)} ${method}(${keys})${include}${nulls}${where}`;
}

function keyDefinition(key: IndexKey): Sql {
  const subject = key.column === null ? sql`(${expression(key.expression ?? "")})` : ident(key.column);
  const collation = key.collation === null ? nothing : sql` COLLATE ${trusted(key.collation)}`;
  const operatorClass = key.operatorClass === null ? nothing : sql` ${trusted(key.operatorClass)}`;
  // Nulls are last in ascending and first in descending order unless something else is said.
  const nulls = key.nullsFirst === key.descending ? nothing : key.nullsFirst ? sql` NULLS FIRST` : sql` NULLS LAST`;
  return sql`${subject}${collation}${operatorClass}${key.descending ? sql` DESC` : nothing}${nulls}`;
}
