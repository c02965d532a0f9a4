import { columnId, nameOf, tableId } from "@build-it/postgres-schema";
import type { Diagnostic } from "@build-it/stage-contract";
import { rowsArchived, rowsBack, rowsStay, rowsWait } from "../diagnostics/archive.ts";
import type { RollbackReport } from "../reports.ts";
import type { ArchiveEntry } from "./archive-entry.ts";
import type { KeptRows } from "./keep-rows.ts";
import type { Restored } from "./restore-rows.ts";

type Described = Pick<ArchiveEntry, "table_schema" | "table_name" | "column_name" | "archive_table">;

/** An entry as messages name it. */
export const describeEntry = ({ table_schema, table_name, column_name, archive_table }: Described) => ({
  subject: nameOf(
    column_name === null ? tableId(table_schema, table_name) : columnId(table_schema, table_name, column_name),
  ),
  whole: column_name === null,
  archiveTable: archive_table,
});

/** What was archived and what came back, in words. */
export const describeRows = ({ archived, restored, waiting }: KeptRows): readonly Diagnostic[] => [
  ...archived.map((entry) => rowsArchived(describeEntry(entry), entry.rows)),
  ...describeRestored(restored),
  ...waiting.map((entry) => rowsWait(describeEntry(entry), entry.rows_left)),
];

export const describeRestored = (restored: readonly Restored[]): readonly Diagnostic[] =>
  restored.flatMap((one) => {
    const subject = describeEntry(one.entry);
    return [
      ...(one.back === 0 ? [] : [rowsBack(subject, one.back)]),
      ...(one.back === one.entry.rows_left
        ? []
        : [rowsStay(subject, { ...one, rows: one.entry.rows_left - one.back })]),
    ];
  });

/** The same as data. */
export const rowsOf = ({ archived, restored }: KeptRows): RollbackReport["steps"][number]["rows"] => [
  ...archived.map((entry) => ({ ...told(entry), rows: entry.rows, fate: "archived" as const })),
  ...restored.flatMap(({ entry, back }) => [
    ...(back === 0 ? [] : [{ ...told(entry), rows: back, fate: "back" as const }]),
    ...(back === entry.rows_left ? [] : [{ ...told(entry), rows: entry.rows_left - back, fate: "stays" as const }]),
  ]),
];

const told = (entry: Described & Pick<ArchiveEntry, "kind">) => ({
  subject: describeEntry(entry).subject,
  kind: entry.kind,
});
