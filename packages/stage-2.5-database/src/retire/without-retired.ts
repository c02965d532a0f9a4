import type { Configuration } from "@build-it/artifacts";
import { columnId, idOf, kindOf, type ObjectId, type SchemaObject, tableId } from "@build-it/postgres-schema";
import type { Design, DesignResult } from "../1-design/design.ts";
import { designSchema } from "../1-design/design-schema.ts";
import { oldNameTriggers } from "../1-design/old-name-triggers.ts";
import { copiesIn } from "../1-design/old-names.ts";
import type { SaidInSql } from "../1-design/said-in-sql.ts";

interface WhatIsLeft {
  readonly previous: Design | null;
  readonly retired: ReadonlySet<ObjectId>;
  /** What `sql/schema/` says. */
  readonly said: SaidInSql;
}

/** The design that a configuration asks for, without what is retired of what would stay for earlier iterations. */
export async function designWithout(
  configuration: Configuration,
  { previous, retired, said }: WhatIsLeft,
): Promise<DesignResult> {
  if (previous === null || retired.size === 0) return designSchema(configuration, previous, said);
  const designed = await designSchema(configuration, withoutRetired(previous, retired), said);
  // The way back must know what repeats another column.
  return { ...designed, copies: { ...designed.copies, before: copiesIn(previous) } };
}

/** A design as if what is retired, and all that is about it, had never been. Views and functions are not: they would break. */
function withoutRetired(design: Design, retired: ReadonlySet<ObjectId>): Design {
  // What keeps former names is designed anew, for those that are left.
  const keepers = new Set(
    design.objects.flatMap((object) =>
      object.kind === "trigger" && oldNameTriggers.includes(object.name) ? [idOf(object), ...object.dependsOn] : [],
    ),
  );
  const objects = design.objects.filter((object) => !keepers.has(idOf(object)) && !isAbout(object, retired));
  const left = new Set(objects.map(idOf));
  const known = design.objects.map(idOf);
  const gone = new Set(known.filter((id) => !left.has(id)));
  const kept = <Value>(record: Readonly<Record<ObjectId, Value>>): Record<ObjectId, Value> =>
    Object.fromEntries(
      Object.entries(record).filter(([id]) => !gone.has(id as ObjectId) && !retired.has(id as ObjectId)),
    );
  return {
    objects,
    origins: kept(design.origins),
    retained: kept(design.retained),
    enumValues: kept(design.enumValues),
    usedCasts: kept(design.usedCasts),
  };
}

function isAbout(object: SchemaObject, retired: ReadonlySet<ObjectId>): boolean {
  if (retired.has(idOf(object))) return true;
  if ("on" in object) return retired.has(object.on);
  if (!("table" in object)) return false;
  const { schema, table } = object;
  if (retired.has(tableId(schema, table))) return true;
  if (object.kind === "foreign_key" && retired.has(tableId(object.references.schema, object.references.table)))
    return true;
  const columns = "columns" in object ? object.columns : "column" in object ? [object.column] : [];
  if (columns.some((name) => retired.has(columnId(schema, table, name)))) return true;
  if (
    object.kind === "index" &&
    object.keys.some(({ column }) => column && retired.has(columnId(schema, table, column)))
  )
    return true;
  return "dependsOn" in object && object.dependsOn.some((id) => kindOf(id) === "column" && retired.has(id));
}
