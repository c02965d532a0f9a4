import {
  columnId,
  constant,
  type DatabaseSchema,
  databaseSchema,
  diffSchemas,
  filterObjects,
  idOf,
  invertRenames,
  type ObjectId,
  objectsOfKind,
  type Rename,
  renameInSchema,
  type SchemaObject,
  tableId,
} from "@build-it/postgres-schema";
import { columnBefore } from "../1-design/column-before.ts";
import type { Design, DesignResult } from "../1-design/design.ts";
import type { GuardedChange } from "../2-guard/find-breaking-changes.ts";
import type { Iteration } from "../3-write/read-database-files.ts";
import { noChanges } from "../archive/keep-rows.ts";

/** An iteration that is taken back, and the schemas that this leads from and to. */
export interface StepBack {
  readonly iteration: Iteration;
  /** The iteration before it; undefined for the first. */
  readonly previous: Iteration | undefined;
  readonly before: DatabaseSchema;
  readonly after: DatabaseSchema;
}

/**
 * Steps back as changes that the guard can ask the rows about, which are still where the first step begins: each change comes
 * with the names of then, and says nothing of columns whose values are others by the time it is made.
 */
export function changesBack(steps: readonly StepBack[]): readonly GuardedChange[] {
  const present = steps[0]?.before ?? databaseSchema([]);
  const taken: (readonly Rename[])[] = [];
  let touched: ReadonlySet<ObjectId> = new Set();
  return steps.map((step) => {
    const { renames: forth, repeats, rewritten } = step.iteration.record.rows ?? noChanges;
    const renames = invertRenames(forth);
    taken.push(renames);
    const columns = objectsOfKind(step.after, "column").map(idOf);
    const wasTouched = (id: ObjectId): boolean => touched.has(columnBefore(id, renames));
    const isTouched = (id: ObjectId): boolean => wasTouched(id) || columnBefore(id, renames) in rewritten.rollback;
    const idAtPresent = (id: ObjectId): ObjectId => taken.reduceRight(columnBefore, id);
    const unknown = columns.filter(wasTouched);
    const change: GuardedChange = {
      difference: diffSchemas(renameAll(withoutRepeats(step.before, repeats), renames), askable(step.after)),
      designed: {
        ...nothingSaid,
        design: designOf(step.after, (id) => (isTouched(id) ? null : id)),
        schema: step.after,
        renames: renamesSince(present, step.after, idAtPresent),
        copies: { before: new Map(), after: new Map(idsIn(step.previous?.record.rows?.repeats ?? {})) },
        backfills: new Map(unknown.map((id) => [id, constant(null)])),
        conversions: new Map(unknown.map((id) => [id, constant(null)])),
        valueMaps: new Map(columns.filter(isTouched).map((id) => [id, new Map()])),
      },
      previous: {
        ...designOf(renameAll(withoutRepeats(step.before, repeats), renames), idAtPresent),
        objects: [...present.objects.values()],
      },
    };
    touched = new Set(columns.filter((id) => isTouched(id) || id in rewritten.migration));
    return change;
  });
}

const nothingSaid: Pick<DesignResult, "newcomers" | "diagnostics"> = { newcomers: new Set(), diagnostics: [] };

const idsIn = (record: Readonly<Record<string, string>>): readonly (readonly [ObjectId, ObjectId])[] =>
  Object.entries(record).map(([id, of]) => [id as ObjectId, of as ObjectId]);

/** What rows may not fit. All else may be there twice while a former name and its column change places. */
const askableKinds = new Set<SchemaObject["kind"]>([
  "table",
  "column",
  "enum",
  "domain",
  "composite",
  "unique",
  "index",
  "check",
  "foreign_key",
]);

const askable = (schema: DatabaseSchema): DatabaseSchema => filterObjects(schema, ({ kind }) => askableKinds.has(kind));

const withoutRepeats = (schema: DatabaseSchema, repeats: Readonly<Record<string, string>>): DatabaseSchema =>
  filterObjects(askable(schema), (_, id) => !(id in repeats));

const renameAll = (schema: DatabaseSchema, renames: readonly Rename[]): DatabaseSchema =>
  renames.reduce(renameInSchema, schema);

/** A schema as a design, with the values of native enums; those of others are checks. */
function designOf(schema: DatabaseSchema, idFor: (column: ObjectId) => ObjectId | null): Design {
  const enumValues: Design["enumValues"] = {};
  for (const column of objectsOfKind(schema, "column")) {
    const type = column.typeObject === null ? undefined : schema.objects.get(column.typeObject);
    const id = idFor(idOf(column));
    if (type?.kind === "enum" && id !== null) enumValues[id] = [...type.values];
  }
  return { objects: [], origins: {}, retained: {}, enumValues, usedCasts: {} };
}

/** From the names at present to those of a schema, in one go. */
function renamesSince(
  present: DatabaseSchema,
  { objects }: DatabaseSchema,
  idAtPresent: (column: ObjectId) => ObjectId,
): readonly Rename[] {
  const renames = new Map<string, Rename>();
  for (const object of objects.values()) {
    if (object.kind !== "column") continue;
    const { schema, table, name } = object;
    const was = present.objects.get(idAtPresent(idOf(object)));
    if (was?.kind !== "column") continue;
    if (was.table !== table) renames.set(tableId(schema, table), { kind: "table", schema, from: was.table, to: table });
    if (was.name !== name)
      renames.set(columnId(schema, table, name), { kind: "column", schema, table, from: was.name, to: name });
  }
  return [...renames.values()];
}
