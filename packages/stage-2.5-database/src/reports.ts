import { IterationRecord, RunMode, TableDeclaration } from "@build-it/artifacts";
import { ChangeGroup, Diagnostic } from "@build-it/stage-contract";
import { z } from "zod";
import { works } from "./2-guard/weigh-steps.ts";

/** What the commands of stage 2.5 give: data, printed by the command line and given as is with `--json`. */

export const ChangeClass = z.enum(["additive", "compatible", "breaking", "destructive", "security"]);
export type ChangeClass = z.infer<typeof ChangeClass>;

/** One file of a migration, and the file that leads from its end to before the iteration. */
export const MigrationPart = z.object({
  file: z.string(),
  sql: z.string(),
  checksum: z.string(),
  run: RunMode,
  rollbackFile: z.string(),
  rollbackSql: z.string(),
});
export type MigrationPart = z.infer<typeof MigrationPart>;

/** A migration and its rollback, on disk or about to be. */
export const PlannedMigration = z.object({
  iteration: z.number().int(),
  /** "004_territory": also the file's name without its ending. */
  name: z.string(),
  /** The first part's. */
  file: z.string(),
  /** All parts, to be read. */
  sql: z.string(),
  /** The last part's: from the end of the iteration to before it. */
  rollbackFile: z.string(),
  rollbackSql: z.string(),
  /** The file's; of several parts that of their checksums. */
  checksum: z.string(),
  /** At least one. */
  parts: z.array(MigrationPart),
});
export type PlannedMigration = z.infer<typeof PlannedMigration>;

/** What the next build would do. Nothing is written. */
export const PlanReport = z.object({
  /** `nothing`: the model, the files and the database agree. */
  status: z.enum(["nothing", "changes"]),
  target: z.string(),
  /** The iteration the database is at. */
  databaseIteration: z.number().int(),
  /** Migrations on disk that the database does not have yet. */
  pending: z.array(PlannedMigration),
  /** The migration that the model's changes ask for; null when the model says nothing new. */
  next: PlannedMigration.nullable(),
  groups: z.array(ChangeGroup),
  changes: z.array(
    z.object({ subject: z.string(), description: z.string(), class: ChangeClass, hazards: z.array(z.string()) }),
  ),
  /** What the statements of the next migration do to tables that are there, and who waits for how long. */
  costs: z.array(
    z.object({
      file: z.string(),
      /** Its first line. */
      statement: z.string(),
      table: z.string(),
      lock: z.string(),
      work: z.enum(works),
      /** As the target has the table; null where it does not say. */
      rows: z.number().nullable(),
      bytes: z.number().nullable(),
      /** Whether others wait for longer than a moment. */
      severe: z.boolean(),
      text: z.string(),
    }),
  ),
});
export type PlanReport = z.infer<typeof PlanReport>;

/** What `generate` wrote. */
export const GenerateReport = z.object({
  /** The last iteration on disk afterwards. */
  iteration: z.number().int(),
  /** The iteration that was written now; null when nothing changed. */
  written: PlannedMigration.nullable(),
  tables: z.array(TableDeclaration),
  typeFiles: z.array(z.string()),
});
export type GenerateReport = z.infer<typeof GenerateReport>;

/** What an import wrote. */
export const BaselineReport = z.object({
  /** The baseline's migration; null where there was nothing to say. */
  written: z.string().nullable(),
  /** The database whose history begins with it. */
  adopted: z.string().nullable(),
});
export type BaselineReport = z.infer<typeof BaselineReport>;

/** What `apply` did. */
export const ApplyReport = z.object({
  target: z.string(),
  iteration: z.number().int(),
  applied: z.array(z.number().int()),
  schemaFingerprint: z.string(),
  elapsedMs: z.number(),
});
export type ApplyReport = z.infer<typeof ApplyReport>;

/** An iteration of which the target has some parts. */
export const UnderwayReport = z.object({
  iteration: z.number().int(),
  /** How many parts were applied. */
  done: z.number().int(),
  of: z.number().int(),
});

/** What `verify` found equal. */
export const VerifyReport = z.object({
  target: z.string(),
  iteration: z.number().int(),
  /** Null where the target is at an iteration, and not between the parts of the next one. */
  underway: UnderwayReport.nullable(),
  schemaFingerprint: z.string(),
  tables: z.number().int(),
  /** Objects in the database that BUILD IT never made: reported, not touched. */
  unmanaged: z.array(z.string()),
  elapsedMs: z.number(),
});
export type VerifyReport = z.infer<typeof VerifyReport>;

/** Where the target stands. */
export const StatusReport = z.object({
  environment: z.string(),
  target: z.string(),
  /** The iteration the database is at. */
  iteration: z.number().int(),
  /** The last iteration on disk. */
  filesIteration: z.number().int(),
  underway: UnderwayReport.nullable(),
  state: z.enum(["verified", "pending", "underway", "drift", "history_mismatch", "empty", "unreachable"]),
  pending: z.array(z.string()),
  lastAppliedAt: z.string().nullable(),
  schemaFingerprint: z.string().nullable(),
  diagnostics: z.array(Diagnostic),
});
export type StatusReport = z.infer<typeof StatusReport>;

/** What was run on the target, and what is on disk. */
export const HistoryReport = z.object({
  target: z.string(),
  /** Rows of `build_it.migration_history`, oldest first. */
  rows: z.array(
    z.object({
      iteration: z.number().int(),
      migrationFile: z.string(),
      action: z.enum(["apply", "rollback", "adopt"]),
      appliedAt: z.string(),
      checksum: z.string(),
      success: z.boolean(),
      durationMs: z.number(),
      appliedBy: z.string(),
      approvedBy: z.string().nullable(),
      error: z.string().nullable(),
    }),
  ),
  /** The records on disk, `applied` filled in from the rows. */
  iterations: z.array(IterationRecord),
});
export type HistoryReport = z.infer<typeof HistoryReport>;

/** What became, or would become, of rows. */
const RowsOfRun = z.object({
  /** The table, or `accounts.phone`. */
  subject: z.string(),
  /** Whole rows; values of a column that goes; values that become others. */
  kind: z.enum(["rows", "column", "values"]),
  rows: z.number().int(),
  /** `stays`: it was to come back from the archive, and does not fit any more. */
  fate: z.enum(["archived", "discarded", "back", "stays"]),
});

/** What `rollback` did, or would do. */
export const RollbackReport = z.object({
  target: z.string(),
  from: z.number().int(),
  to: z.number().int(),
  /** Rollback files that were run, in order; with `dryRun`, that would be. */
  files: z.array(z.string()),
  sql: z.string(),
  dryRun: z.boolean(),
  /** A file each, with the rows that it touches; with `dryRun`, as far as they are told now. */
  steps: z.array(
    z.object({ iteration: z.number().int(), file: z.string(), sql: z.string(), rows: z.array(RowsOfRun) }),
  ),
  elapsedMs: z.number(),
});
export type RollbackReport = z.infer<typeof RollbackReport>;

/** What `restore` brought back, and what is in the archive still. */
export const RestoreReport = z.object({
  target: z.string(),
  dryRun: z.boolean(),
  entries: z.array(
    z.object({
      subject: z.string(),
      kind: z.enum(["rows", "column", "values"]),
      /** What it was archived for. */
      iteration: z.number().int(),
      action: z.enum(["apply", "rollback"]),
      archiveTable: z.string(),
      back: z.number().int(),
      left: z.number().int(),
      /** False where the database as it is now has no place for it. */
      fits: z.boolean(),
    }),
  ),
});
export type RestoreReport = z.infer<typeof RestoreReport>;

/** What is only kept for code of earlier iterations, and what of it was given up. */
export const RetireReport = z.object({
  target: z.string(),
  candidates: z.array(
    z.object({
      name: z.string(),
      kind: z.string(),
      /** What a former name stands for. */
      renamedTo: z.string().nullable(),
      /** The iteration that left it behind; code of those before it uses it. */
      since: z.number().int(),
      /** What stays and would break without it; functions whose text says its name. */
      uses: z.array(z.string()),
      mentions: z.array(z.string()),
    }),
  ),
  retired: z.array(z.string()),
  /** The iteration that it went in; null where nothing was retired. */
  iteration: z.number().int().nullable(),
});
export type RetireReport = z.infer<typeof RetireReport>;

/** What `approve` recorded. */
export const ApprovalReport = z.object({
  environment: z.string(),
  approvals: z.array(
    z.object({
      iteration: z.number().int(),
      file: z.string(),
      checksum: z.string(),
      approvedBy: z.string(),
      approvedAt: z.string(),
    }),
  ),
});
export type ApprovalReport = z.infer<typeof ApprovalReport>;

/** What `rebase` did. */
export const RebaseReport = z.object({
  /** The other branch. */
  onto: z.string(),
  /** The last iteration that both branches have. */
  common: z.number().int(),
  /** This branch's migrations, which are gone. */
  replaced: z.array(z.string()),
  /** The other branch's, which came in their place. */
  takenOver: z.array(z.string()),
  /** Rollbacks of this branch's that were run on the target first. */
  takenBack: z.array(z.string()),
  target: z.string(),
  /** The iteration that the target is at now. */
  iteration: z.number().int(),
  /** What this branch's changes are now; null where the other branch has them all. */
  record: IterationRecord.nullable(),
});
export type RebaseReport = z.infer<typeof RebaseReport>;

/** What `squash` folded. */
export const SquashReport = z.object({
  target: z.string(),
  /** The last iteration that is folded, whose number the baseline has. */
  iteration: z.number().int(),
  /** Whether nothing was written. */
  dryRun: z.boolean(),
  baseline: PlannedMigration,
  folded: z.array(z.object({ iteration: z.number().int(), name: z.string() })),
  /** Files that are no more there, relative to `database/`. */
  removed: z.array(z.string()),
});
export type SquashReport = z.infer<typeof SquashReport>;

/** Written by apply and verify, asked for by the tasks that come after them under turbo. */
export const Receipt = z.object({
  environment: z.string(),
  target: z.string(),
  iteration: z.number().int(),
  schemaFingerprint: z.string(),
});
export type Receipt = z.infer<typeof Receipt>;

/** What `db prepare` made on a plain PostgreSQL. */
export const PrepareReport = z.object({ target: z.string(), created: z.array(z.string()) });
export type PrepareReport = z.infer<typeof PrepareReport>;
