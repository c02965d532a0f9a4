import type { Configuration, ConfiguredEntity, ConfiguredField } from "@build-it/artifacts";
import { columnId, type DatabaseSchema, nameOf, type ObjectId, type Rename, tableId } from "@build-it/postgres-schema";
import type { Diagnostic } from "@build-it/stage-contract";
import {
  nameStillKept,
  oldNameInUse,
  renamedFromStillThere,
  renamedToWhatIsThere,
  tableMovedSchema,
} from "../diagnostics/design.ts";
import type { Design } from "./design.ts";
import { tableOf } from "./designed.ts";
import { findEnumRenames } from "./find-enum-renames.ts";
import { type OldNames, oldNamesOf, ownName, viewId } from "./old-names.ts";
import { schemaOf } from "./stored-objects.ts";

export interface FoundRenames {
  readonly renames: readonly Rename[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The renames that the model names with `renamed_from` and that are still to be done: the previous design has the old name
 * and not the new one. The line may stay in the model for ever; it does nothing once it was done. What cannot be
 * done is refused, and a name that means something else to code of earlier iterations is not given away.
 */
export function findRenames(configuration: Configuration, previous: Design | null): FoundRenames {
  if (previous === null) return { renames: [], diagnostics: [] };
  const earlier: Earlier = {
    objects: schemaOf(previous.objects).objects,
    retained: previous.retained,
    oldNames: oldNamesOf(previous),
  };
  const tables = new Set(configuration.entities.map(tableOf));
  const found = configuration.entities.map((entity) => renamesOf(entity, tables, earlier));
  const enums = findEnumRenames(configuration, (claim, present) => settle(claim, present, earlier));
  return {
    renames: [
      ...found.flatMap(({ renames }) => renames.filter(({ kind }) => kind === "table")),
      ...enums.renames,
      ...found.flatMap(({ renames }) => renames.filter(({ kind }) => kind === "column")),
    ],
    diagnostics: [...found.flatMap(({ diagnostics }) => diagnostics), ...enums.diagnostics],
  };
}

interface Earlier {
  readonly objects: DatabaseSchema["objects"];
  readonly retained: Design["retained"];
  readonly oldNames: OldNames;
}

function renamesOf(entity: ConfiguredEntity, tables: ReadonlySet<ObjectId>, earlier: Earlier): FoundRenames {
  const { renamedFrom, schema, table, source } = entity;
  const subject = { name: entity.name, source };
  const from = renamedFrom && { ...renamedFrom, ...currentTable(renamedFrom.schema, renamedFrom.table, earlier) };
  const settled = settle(
    {
      id: tableOf(entity),
      oldId: viewId(schema, table),
      from: from ? tableId(from.schema, from.table) : undefined,
      subject,
    },
    tables,
    earlier,
  );
  if (settled.status === "refused") return { renames: [], diagnostics: [settled.diagnostic] };
  if (settled.status === "nothing" || !from) return columnRenames(entity, table, earlier);
  if (from.schema !== schema) return { renames: [], diagnostics: [tableMovedSchema(entity)] };
  const columns = columnRenames(entity, from.table, earlier);
  return {
    renames: [{ kind: "table", schema, from: from.table, to: table }, ...columns.renames],
    diagnostics: columns.diagnostics,
  };
}

function columnRenames(entity: ConfiguredEntity, tableBefore: string, earlier: Earlier): FoundRenames {
  const { schema, table } = entity;
  const idOfColumn = (column: string): ObjectId => columnId(schema, tableBefore, column);
  const present = new Set(entity.fields.map(({ column }) => idOfColumn(column)));
  const found = entity.fields.map((field): FoundRenames => {
    const id = idOfColumn(field.column);
    const from = fromOf(field, idOfColumn, earlier);
    const subject = { name: `${entity.name}.${field.name}`, source: field.source };
    const settled = settle({ id, oldId: id, from, subject }, present, earlier);
    if (settled.status === "refused") return { renames: [], diagnostics: [settled.diagnostic] };
    return settled.status === "nothing" || from === undefined
      ? { renames: [], diagnostics: [] }
      : { renames: [{ kind: "column", schema, table, from: ownName(from), to: field.column }], diagnostics: [] };
  });
  return { renames: found.flatMap(({ renames }) => renames), diagnostics: found.flatMap((one) => one.diagnostics) };
}

/** What `renamed_from` names, by the name that it has now if it was renamed before. */
const fromOf = (
  { renamedFrom }: ConfiguredField,
  idOfColumn: (column: string) => ObjectId,
  { oldNames }: Earlier,
): ObjectId | undefined => {
  if (!renamedFrom) return undefined;
  const id = idOfColumn(renamedFrom.column);
  return oldNames.get(id)?.of ?? id;
};

/** The table that a name means now. */
function currentTable(schema: string, table: string, { oldNames }: Earlier) {
  const of = oldNames.get(viewId(schema, table))?.of;
  return { schema, table: of === undefined ? table : ownName(of) };
}

/** What says that it was called something else. */
export interface Claim {
  readonly id: ObjectId;
  /** Where the name would stand as a former one. */
  readonly oldId: ObjectId;
  readonly from: ObjectId | undefined;
  readonly subject: { readonly name: string; readonly source: ConfiguredField["source"] };
}

export type Settled =
  | { readonly status: "rename" }
  | { readonly status: "nothing" }
  | { readonly status: "refused"; readonly diagnostic: Diagnostic };

/** Whether a name is to be renamed to, is there already or is new, or belongs to something else. */
function settle(
  { id, oldId, from, subject }: Claim,
  present: ReadonlySet<ObjectId>,
  { objects, retained, oldNames }: Earlier,
): Settled {
  const standsFor = oldNames.get(oldId)?.of;
  const goes = from !== undefined && from !== id && objects.has(from) && !present.has(from);
  const refused = (diagnostic: Diagnostic): Settled => ({ status: "refused", diagnostic });
  if (standsFor !== undefined)
    return goes && from === standsFor
      ? { status: "rename" }
      : refused(oldNameInUse(subject.name, nameOf(standsFor), subject.source));
  if (objects.has(id)) {
    if (goes && retained[id] !== undefined && retained[from] === undefined)
      return refused(nameStillKept(subject.name, nameOf(id), subject.source));
    return goes && retained[id] === undefined
      ? refused(renamedToWhatIsThere(subject.name, nameOf(from), subject.source))
      : { status: "nothing" };
  }
  if (from === undefined || !objects.has(from)) return { status: "nothing" };
  return goes ? { status: "rename" } : refused(renamedFromStillThere(subject.name, nameOf(from), subject.source));
}
