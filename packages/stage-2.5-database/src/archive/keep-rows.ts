import type { IterationRecord, RowChanges } from "@build-it/artifacts";
import { columnId, type DatabaseSchema, invertRenames, type ObjectId, type Rename } from "@build-it/postgres-schema";
import type { Client } from "pg";
import { ownName } from "../1-design/old-names.ts";
import { type HistoryRow, readHistoryRows } from "../5-apply/history.ts";
import { type ArchiveEntry, entriesFor, readEntries } from "./archive-entry.ts";
import { type Archived, type ArchivedRun, archiveLosses, lockTables, unlockTables } from "./archive-rows.ts";
import { columnAfter, findLosses, type Loss, tableAfter } from "./find-losses.ts";
import { readLiveTable } from "./live-table.ts";
import { markChanged, noteSeen, settleRewritten } from "./note-values.ts";
import { type Restored, restoreEntries } from "./restore-rows.ts";

/** What a migration or a rollback does to rows, and what is to be done about it. */
export interface RowPlan {
  /** What is copied into the archive before it. */
  readonly losses: readonly Loss[];
  /** In the direction of the run. */
  readonly renames: readonly Rename[];
  /** After it: the columns that repeat another one under a former name. */
  readonly repeats: RowChanges["repeats"];
  /** Whether what the way here archived comes back now, or stays until somebody asks for it. */
  readonly restore: boolean;
}

/** What came of it. */
export interface KeptRows {
  readonly archived: readonly Archived["entry"][];
  readonly restored: readonly Restored[];
  readonly waiting: readonly ArchiveEntry[];
}

/** What an iteration does to rows where its record says nothing of them. */
export const noChanges: RowChanges = { renames: [], repeats: {}, rewritten: { migration: {}, rollback: {} } };

/** Whether a migration may lose something: only then the schema before it must be known. */
export const mayLose = ({ rows, databaseChanges: { tables, columns } }: IterationRecord): boolean =>
  [...tables.deleted, ...columns.deleted, ...Object.keys(rows?.rewritten.migration ?? {})].length > 0;

interface Run {
  readonly record: IterationRecord;
  /** The record before it; undefined for the first. */
  readonly previous: IterationRecord | undefined;
  readonly action: HistoryRow["action"];
  /** The schemas that it leads from and to; null where nothing can be lost. */
  readonly schemas: { readonly before: DatabaseSchema; readonly after: DatabaseSchema } | null;
}

/** What a run loses of the rows, and what it renames. */
export function planRows({ record, previous, action, schemas }: Run): Omit<RowPlan, "restore"> {
  const own = record.rows ?? noChanges;
  const earlier = previous?.rows ?? noChanges;
  const forth = action === "apply";
  const renames = forth ? own.renames : invertRenames(own.renames);
  const repeats = forth ? earlier.repeats : own.repeats;
  const rewritten = forth ? own.rewritten.migration : own.rewritten.rollback;
  return {
    losses: schemas === null ? [] : findLosses({ ...schemas, renames, repeats, rewritten }),
    renames,
    repeats: forth ? own.repeats : earlier.repeats,
  };
}

/** Keeps the rows of one migration or rollback, in the transactions of whoever runs it. */
export interface RowKeeper {
  /** Before anything of it is run. Begins anew when its transaction is tried again. */
  archive(client: Client): Promise<void>;
  /** After all of it was run. */
  bringBack(client: Client): Promise<void>;
  kept(): KeptRows;
}

export function keepRows(plan: RowPlan, run: Omit<ArchivedRun, "history_before">): RowKeeper {
  let entries: readonly ArchiveEntry[] = [];
  let archived: readonly Archived[] = [];
  let restored: readonly Restored[] = [];
  return {
    async archive(client) {
      const history = await readHistoryRows(client);
      const waiting = entriesFor(await readEntries(client), history, run);
      await markChangedBefore(client, waiting, invertRenames(plan.renames));
      const last = history.findLast(({ success }) => success)?.id ?? 0;
      archived = await archiveLosses(client, plan.losses, { ...run, history_before: last });
    },
    async bringBack(client) {
      entries = entriesFor(await readEntries(client), await readHistoryRows(client), run);
      const repeats = repeatsOf(plan.repeats);
      if (plan.restore)
        restored = await restoreEntries(client, entries, (entry) => ({ repeats: repeats(entry), later: false }));
      else for (const entry of entries) await noteWaiting(client, entry);
      archived = await settleRewritten(client, archived, plan.renames);
    },
    kept: () => ({
      archived: archived.map(({ entry }) => entry),
      restored,
      waiting: plan.restore ? [] : entries,
    }),
  };
}

/** By an entry's column: the columns that repeat it. */
export const repeatsOf =
  (repeats: RowChanges["repeats"]) =>
  ({ table_schema, table_name }: ArchiveEntry) =>
  (column: string): readonly string[] =>
    Object.entries(repeats).flatMap(([id, of]) =>
      of === columnId(table_schema, table_name, column) ? [ownName(id as ObjectId)] : [],
    );

/** Values that somebody changed since they were archived do not come back; that is seen only before the way back. */
async function markChangedBefore(
  client: Client,
  entries: readonly ArchiveEntry[],
  renames: readonly Rename[],
): Promise<void> {
  const rewritten = entries.flatMap((entry) => {
    const { kind, table_schema: schema, table_name, column_name } = entry;
    if (kind !== "values" || column_name === null) return [];
    const place = { schema, table: tableAfter(schema, table_name, renames) };
    return [{ entry, place, column: columnAfter({ ...place, column: column_name }, renames) }];
  });
  const tables = await lockTables(
    client,
    rewritten.map(({ place }) => place),
  );
  for (const { entry, ...where } of rewritten) await markChanged(client, entry, { ...where, renames });
  await unlockTables(client, tables);
}

/** What does not come back now can be told from what is written in the meantime. */
async function noteWaiting(client: Client, entry: ArchiveEntry): Promise<void> {
  const table = await readLiveTable(client, { schema: entry.table_schema, table: entry.table_name });
  const key = entry.key.map(({ name }) => name);
  if (table === undefined || entry.column_name === null || key.length === 0) return;
  await noteSeen(client, entry, { table, column: entry.column_name, key });
}
