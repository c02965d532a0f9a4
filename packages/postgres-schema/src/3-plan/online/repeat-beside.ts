import type { DatabaseSchema } from "../../schema/database-schema.ts";
import { columnId, idOf } from "../../schema/identify.ts";
import type { ObjectId } from "../../schema/object-id.ts";
import type { Column } from "../../schema/objects.ts";
import type { Rename } from "../../schema/rename-objects.ts";
import { editSchema } from "../edit-schema.ts";
import type { PlanOptions } from "../plan-migration.ts";
import { type FilledBeside, freeColumn, keepersOf } from "./fill-beside.ts";
import { isPlainTable } from "./is-plain-table.ts";

type ColumnRename = Extract<Rename, { readonly kind: "column" }>;

/** A column that gets another name, and one that is filled with its values beforehand, to have the former name then. */
export interface Repeated extends FilledBeside {
  /** In the table's new name, and done after the column's own. */
  readonly rename: ColumnRename;
}

/**
 * Finds the renamed columns whose former name is kept by a column that repeats them. Filled under the former name, it would
 * have no values for those who read it meanwhile; so it is filled beside the column, before the rename. Where more happens to
 * the column than the rename, there is no such way.
 */
export function repeatBeside(before: DatabaseSchema, after: DatabaseSchema, options: PlanOptions): readonly Repeated[] {
  const { renames = [], copies } = options;
  return [...(copies?.after ?? [])].flatMap(([copy, of], place): readonly Repeated[] => {
    const repeating = after.objects.get(copy);
    if (repeating?.kind !== "column") return [];
    const own = renames.find((rename) => isRenameTo(rename, of) && rename.from === repeating.name);
    if (own === undefined || touched(of, options)) return [];
    const { schema, table } = repeating;
    const tableBefore = renames.find((one) => one.kind === "table" && one.schema === schema && one.to === table)?.from;
    const was = before.objects.get(columnId(schema, tableBefore ?? table, repeating.name));
    if (was?.kind !== "column" || !isPlainTable(before, was) || !isPlainTable(after, repeating)) return [];
    if (!isSameBut(was, repeating) || isOfDomain(was, before)) return [];
    const { identityOptions: _, ...plain } = was;
    const name = freeColumn(was, `renamed_${place + 1}`, before);
    const beside: Column = { ...plain, name, nullable: true, identity: null };
    const keepers = keepersOf(was, beside, [idOf(was), idOf(beside)]);
    return [
      { before: was, beside, keepers, rename: { kind: "column", schema, table, from: name, to: repeating.name } },
    ];
  });
}

const isRenameTo = (rename: Rename, of: ObjectId): rename is ColumnRename =>
  rename.kind === "column" && columnId(rename.schema, rename.table, rename.to) === of;

const touched = (column: ObjectId, { backfills, conversions, valueMaps }: PlanOptions): boolean =>
  [backfills, conversions, valueMaps].some((some) => some?.has(column));

const isSameBut = (was: Column, repeating: Column): boolean =>
  was.type === repeating.type && was.collation === repeating.collation && was.generated === null;

/** A domain may want a value where there is none yet. */
const isOfDomain = ({ typeObject }: Column, { objects }: DatabaseSchema): boolean =>
  typeObject !== null && objects.get(typeObject)?.kind === "domain";

/** The schema before the renames, with the columns beside those that get another name. */
export const withRepeated = (before: DatabaseSchema, repeated: readonly Repeated[]): DatabaseSchema =>
  repeated.length === 0
    ? before
    : editSchema(before, { put: repeated.flatMap(({ beside, keepers }) => [beside, ...keepers]) });
