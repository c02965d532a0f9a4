import type { Diagnostic } from "@build-it/stage-contract";
import { count } from "./words.ts";

// What is said of archived rows.

/** `12 rows of accounts`, `1 value of accounts.phone`. */
const amountOf = (rows: number, { subject, whole }: ArchivedSubject): string =>
  `${whole ? count(rows, "row", "rows") : count(rows, "value", "values")} of ${subject}`;

interface ArchivedSubject {
  readonly subject: string;
  /** Whole rows, not the values of a column. */
  readonly whole: boolean;
  /** In the schema build_it. */
  readonly archiveTable: string;
}

export const rowsArchived = (archived: ArchivedSubject, rows: number): Diagnostic => ({
  code: "database/rows_archived",
  severity: "note",
  message: `${amountOf(rows, archived)} went into the archive: build_it.${archived.archiveTable}.`,
  subject: archived.subject,
});

export const rowsBack = (archived: ArchivedSubject, rows: number): Diagnostic => ({
  code: "database/rows_back",
  severity: "note",
  message: `${amountOf(rows, archived)} came back from the archive.`,
  subject: archived.subject,
});

export const rowsStay = (
  archived: ArchivedSubject,
  {
    rows,
    gone,
    changed,
    refused,
    untold,
    reason,
  }: {
    readonly rows: number;
    readonly gone: number;
    readonly changed: number;
    readonly refused: number;
    readonly untold: number;
    readonly reason: string | null;
  },
): Diagnostic => ({
  code: "database/rows_stay_archived",
  severity: "warning",
  message: `${amountOf(rows, archived)} ${rows === 1 ? "stays" : "stay"} in the archive: ${[
    ...(gone === 0 ? [] : [`${gone} whose row was deleted since`]),
    ...(changed === 0 ? [] : [`${changed} that somebody changed since`]),
    ...(refused === 0
      ? []
      : [
          `${refused} that ${reason === null ? "another row has taken the place of" : `PostgreSQL refused (${reason})`}`,
        ]),
    ...(untold === 0 ? [] : [`nothing tells which row ${untold} of them ${untold === 1 ? "is" : "are"} of`]),
  ].join(", ")}.`,
  remedy: `They are in build_it.${archived.archiveTable}, to be looked at. What can come back later does so with \`build-it restore\`.`,
  subject: archived.subject,
});

export const rowsWait = (archived: ArchivedSubject, rows: number): Diagnostic => ({
  code: "database/rows_wait_archived",
  severity: "warning",
  message: `${amountOf(rows, archived)} ${rows === 1 ? "waits" : "wait"} in the archive, where the way back put ${rows === 1 ? "it" : "them"}.`,
  remedy: "Bring them back: `build-it restore`. What somebody changes in the meantime stays as it is then.",
  subject: archived.subject,
});

/** What a person is asked before archived rows come back. */
export const restoreQuestion = (entries: readonly (ArchivedSubject & { readonly rows: number })[]): string =>
  `Bring back from the archive ${entries.map((entry) => amountOf(entry.rows, entry)).join(", ")}?`;
