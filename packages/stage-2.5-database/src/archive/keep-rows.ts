import { isDeepStrictEqual } from "node:util";
import type { IterationRecord, RowChanges } from "@build-it/artifacts";
import {
  columnId,
  type DatabaseSchema,
  invertRenames,
  type ObjectId,
  type Rename,
  type Sql,
} from "@build-it/postgres-schema";
import type { Client } from "pg";
import { ownName } from "../1-design/old-names.ts";
import { type HistoryRow, readHistoryRows } from "../5-apply/history.ts";
import { type ArchiveEntry, entriesFor, entriesOf, type NewEntry, readEntries } from "./archive-entry.ts";
import { type ArchivedRun, archiveLosses, lockTables, unlockTables } from "./archive-rows.ts";
import { columnAfter, findLosses, type Loss, type TablePlace, tableAfter } from "./find-losses.ts";
import { readLiveTable } from "./live-table.ts";
import { forgetUnchanged, markChanged, noteFilled, noteSeen } from "./note-values.ts";
import { type Restored, restoreEntries } from "./restore-rows.ts";

/** What a migration or a rollback does to rows, and what is to be done about it. */
export interface RowPlan {
  /** What is copied into the archive before it. */
  readonly losses: readonly Loss[];
  /** In the direction of the run. */
  readonly renames: readonly Rename[];
  /** After it: the columns that repeat another one under a former name. */
  readonly repeats: RowChanges["repeats"];
  /** Whether it makes tables and what is in them in one transaction: nobody else can have written to them when it ends. */
  readonly atOnce: boolean;
  /** Whether what the way here archived comes back now, or stays until somebody asks for it. */
  readonly restore: boolean;
}

/** What came of it. */
export interface KeptRows {
  readonly archived: readonly NewEntry[];
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
    atOnce: forth && record.databaseChanges.migrations.length === 1,
  };
}

/** Keeps the rows of one migration or rollback, in the transactions of whoever runs it. */
export interface RowKeeper {
  /** Before anything of it is run. Begins anew when its transaction is tried again. */
  archive(client: Client): Promise<void>;
  /** In the same transaction, after what changes values was run: notes what it made of them. */
  noteMade(client: Client): Promise<void>;
  /** For a column that is filled in several transactions: what makes of each UPDATE one that notes what it made of values. */
  noteFills(client: Client, filled: TablePlace & { readonly column: string }): Promise<(update: Sql) => Sql>;
  /** After all of it was run. */
  bringBack(client: Client): Promise<void>;
  kept(): KeptRows;
}

export function keepRows(plan: RowPlan, run: Omit<ArchivedRun, "history_before">): RowKeeper {
  let entries: readonly ArchiveEntry[] = [];
  let archived: readonly NewEntry[] = [];
  let restored: readonly Restored[] = [];
  const own = async (client: Client) => entriesOf(await readEntries(client), await readHistoryRows(client), run);
  return {
    async archive(client) {
      const history = await readHistoryRows(client);
      const waiting = entriesFor(await readEntries(client), history, run);
      await markChangedBefore(client, waiting, invertRenames(plan.renames));
      const last = history.findLast(({ success }) => success)?.id ?? 0;
      archived = await archiveLosses(client, plan.losses, { ...run, history_before: last });
    },
    async noteMade(client) {
      for (const { entry, place, key } of valuesIn(archived, plan.renames)) {
        const table = await readLiveTable(client, place);
        if (table !== undefined) await noteSeen(client, entry, { table, column: place.column, key });
      }
    },
    async noteFills(client, filled) {
      const table = await readLiveTable(client, filled);
      const found = valuesIn(await own(client), plan.renames).find(({ place }) => isDeepStrictEqual(place, filled));
      if (table === undefined || found === undefined) return (update) => update;
      const { entry, key } = found;
      return (update) => noteFilled(update, entry, { table, column: filled.column, key });
    },
    async bringBack(client) {
      const history = await readHistoryRows(client);
      entries = entriesFor(await readEntries(client), history, run);
      const values = await own(client);
      // What others wrote since the run made values others is theirs.
      await markChangedBefore(client, values, plan.renames);
      const repeats = repeatsOf(plan.repeats);
      if (plan.restore)
        restored = await restoreEntries(client, entries, (entry) => ({
          repeats: repeats(entry),
          later: false,
          ownRows: plan.atOnce,
        }));
      else for (const entry of entries) await noteWaiting(client, entry);
      archived = await settleValues(client, values, plan.renames);
    },
    kept: () => ({
      archived,
      restored,
      waiting: plan.restore ? [] : entries,
    }),
  };
}

/** The entries of values that became others, each with where those are, and the columns that tell its rows apart there. */
const valuesIn = <Entry extends NewEntry>(entries: readonly Entry[], renames: readonly Rename[]) =>
  entries.flatMap((entry) => {
    const { kind, table_schema: schema, table_name, column_name } = entry;
    if (kind !== "values" || column_name === null || entry.key.length === 0) return [];
    const table = { schema, table: tableAfter(schema, table_name, renames) };
    const nameNow = (column: string): string => columnAfter({ ...table, column }, renames);
    return [
      { entry, place: { ...table, column: nameNow(column_name) }, key: entry.key.map(({ name }) => nameNow(name)) },
    ];
  });

/** After all of a run: notes what became of values, and forgets those that are as they were. Gives the entries that are left. */
async function settleValues(
  client: Client,
  archived: readonly NewEntry[],
  renames: readonly Rename[],
): Promise<readonly NewEntry[]> {
  const left = new Map(archived.map((entry) => [entry.id, entry]));
  for (const { entry, place, key } of valuesIn(archived, renames)) {
    const table = await readLiveTable(client, place);
    if (table === undefined || !(await noteSeen(client, entry, { table, column: place.column, key }))) continue;
    const rows = await forgetUnchanged(client, entry);
    if (rows > 0) left.set(entry.id, { ...entry, rows });
    else left.delete(entry.id);
  }
  return [...left.values()];
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
  const values = valuesIn(entries, renames);
  const tables = await lockTables(
    client,
    values.map(({ place }) => place),
  );
  for (const { entry, ...where } of values) await markChanged(client, entry, where);
  await unlockTables(client, tables);
}

/** What does not come back now can be told from what is written in the meantime. */
async function noteWaiting(client: Client, entry: ArchiveEntry): Promise<void> {
  const table = await readLiveTable(client, { schema: entry.table_schema, table: entry.table_name });
  const key = entry.key.map(({ name }) => name);
  if (table === undefined || entry.column_name === null || key.length === 0) return;
  await noteSeen(client, entry, { table, column: entry.column_name, key });
}
