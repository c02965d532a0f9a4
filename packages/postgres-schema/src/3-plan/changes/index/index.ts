import { isKind } from "../../../schema/database-schema.ts";
import { idOf, tableId } from "../../../schema/identify.ts";
import { attachedId, type ObjectId } from "../../../schema/object-id.ts";
import type { Index, IndexKey } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { expression } from "../../../sql/expression.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { joinSql, nothing, type Sql, sql, trusted } from "../../../sql/sql.ts";
import type { PlanContext } from "../../change-rule.ts";
import { createStep, dropStep, type Hazard, type Step } from "../../step.ts";
import { constraintOf } from "../constraint/constraint-of-index.ts";
import { parameterOf } from "../setting/setting.ts";
import { parametersToMakeWith } from "./parameters-of-partitioned.ts";

export const createIndex = (index: Index, context: PlanContext): readonly Step[] => {
  const { concurrently } = context;
  return [
    createStep(idOf(index), indexDefinition(index, context), {
      lock: concurrently ? "share_update_exclusive" : "share",
      hazards: [...(concurrently ? [] : blocking), ...(index.unique ? (["may_fail_on_data"] as const) : [])],
      transactional: !concurrently,
      needs: [...referencesOf(index), ...indexesOfParents(index, context)],
      // Another access method of its table would build it anew.
      expects: [attachedId("setting", tableId(index.schema, index.table), "access_method")],
    }),
  ];
};

/** An index that is there already becomes the part of a new one on the parent, if it is like it: it is to stand by itself. */
function indexesOfParents({ schema, table }: Index, { after }: PlanContext): readonly ObjectId[] {
  const found: ObjectId[] = [];
  for (let on = after.objects.get(tableId(schema, table)); on !== undefined && isKind(on, "table"); ) {
    if (on.partitionOf === undefined) break;
    const parent = tableId(on.partitionOf.schema, on.partitionOf.table);
    found.push(
      ...after
        .partsOf(parent)
        .filter(({ kind }) => indexedKinds.has(kind))
        .map(idOf),
    );
    on = after.objects.get(parent);
  }
  return found;
}

const indexedKinds: ReadonlySet<string> = new Set(["index", "primary_key", "unique"]);

const blocking: readonly Hazard[] = ["blocks_writes"];

/** Drops an index, unless it goes on as that of a constraint. */
export const dropIndex = (index: Index, context: PlanContext): readonly Step[] =>
  constraintOf(index, context) !== undefined
    ? []
    : [
        dropStep(
          idOf(index),
          sql`DROP INDEX ${context.concurrently ? sql`CONCURRENTLY ` : nothing}${qualified(index.schema, index.name)}`,
          {
            lock: context.concurrently ? "share_update_exclusive" : "access_exclusive",
            transactional: !context.concurrently,
            releases: referencesOf(index),
          },
        ),
      ];

/** The index of a partitioned table counts as invalid as long as not all partitions have theirs: it was made for it alone. */
const isAlone = ({ schema, table, valid }: Index, { after }: PlanContext): boolean => {
  const on = after.objects.get(tableId(schema, table));
  return !valid && on !== undefined && isKind(on, "table") && on.partitionBy !== undefined;
};

function indexDefinition(index: Index, context: PlanContext): Sql {
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
