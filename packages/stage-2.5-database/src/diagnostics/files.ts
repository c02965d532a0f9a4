import type { Diagnostic } from "@build-it/stage-contract";
import { restore } from "./words.ts";

// What is said of the folder `database/`.

export const fileEdited = (file: string, expected: string, found: string): Diagnostic => ({
  code: "database/file_edited",
  severity: "error",
  message: `${file} is not the file that was written: it was edited after its iteration was recorded.`,
  cause:
    "What was written is never edited again. Databases may already have run the earlier text, so both would claim to be the same iteration.",
  remedy: restore,
  subject: file,
  expected: `sha256 ${expected}`,
  found: `sha256 ${found}`,
});

export const recordEdited = (file: string, iteration: number): Diagnostic => ({
  code: "database/record_edited",
  severity: "error",
  message: `${file}, the record of iteration ${iteration}, was edited by hand: its hash does not fit its text.`,
  cause:
    "The records form a chain that proves which migrations make up the database. A link that was changed proves nothing.",
  remedy: restore,
  subject: file,
});

export const recordOutOfChain = (file: string, expectedIteration: number): Diagnostic => ({
  code: "database/record_out_of_chain",
  severity: "error",
  message: `iterations/${file} does not follow the record before it; a record of iteration ${expectedIteration} that does was expected.`,
  cause: "A record is missing, or two branches made the same iteration and were merged.",
  remedy:
    "Where two branches met, `build-it rebase` puts this branch's iteration behind the other's. Else take the missing record back from version control.",
  subject: `iterations/${file}`,
});

export const fileMissing = (file: string): Diagnostic => ({
  code: "database/file_missing",
  severity: "error",
  message: `${file} is missing, though its iteration is recorded.`,
  cause: "Without it the database can neither be built anew nor be rolled back.",
  remedy: restore,
  subject: file,
});

export const fileUnreadable = (file: string): Diagnostic => ({
  code: "database/file_unreadable",
  severity: "error",
  message: `${file} cannot be read as what it should be.`,
  cause: "It was edited by hand, or cut off while it was copied.",
  remedy: restore,
  subject: file,
});

export const fileWithoutRecord = (file: string): Diagnostic => ({
  code: "database/file_without_record",
  severity: "error",
  message: `${file} belongs to no iteration.`,
  cause: "Only files that BUILD IT wrote are run; a file beside them would be run by other tools and by us not.",
  remedy: "Move the file out of database/. What it does belongs into the model, or into busm/<module>/sql/.",
  subject: file,
});
