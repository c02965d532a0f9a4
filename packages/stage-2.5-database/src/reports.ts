import { IterationRecord, TableDeclaration } from "@build-it/artifacts";
import { ChangeGroup, Diagnostic } from "@build-it/stage-contract";
import { z } from "zod";

/** What the commands of stage 2.5 give: data, printed by the command line and given as is with `--json`. */

export const ChangeClass = z.enum(["additive", "compatible", "breaking", "destructive", "security"]);
export type ChangeClass = z.infer<typeof ChangeClass>;

/** A migration and its rollback, on disk or about to be. */
export const PlannedMigration = z.object({
  iteration: z.number().int(),
  /** "004_territory": also the file's name without its ending. */
  name: z.string(),
  file: z.string(),
  sql: z.string(),
  rollbackFile: z.string(),
  rollbackSql: z.string(),
  checksum: z.string(),
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

/** What `apply` did. */
export const ApplyReport = z.object({
  target: z.string(),
  iteration: z.number().int(),
  applied: z.array(z.number().int()),
  schemaFingerprint: z.string(),
  elapsedMs: z.number(),
});
export type ApplyReport = z.infer<typeof ApplyReport>;

/** What `verify` found equal. */
export const VerifyReport = z.object({
  target: z.string(),
  iteration: z.number().int(),
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
  state: z.enum(["verified", "pending", "drift", "history_mismatch", "empty", "unreachable"]),
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
      action: z.enum(["apply", "rollback"]),
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

/** What `rollback` did, or would do. */
export const RollbackReport = z.object({
  target: z.string(),
  from: z.number().int(),
  to: z.number().int(),
  /** Rollback files that were run, in order; with `dryRun`, that would be. */
  files: z.array(z.string()),
  sql: z.string(),
  dryRun: z.boolean(),
  /** What would be lost: rows of tables and values of columns. */
  losses: z.array(z.object({ subject: z.string(), rows: z.number().int() })),
  elapsedMs: z.number(),
});
export type RollbackReport = z.infer<typeof RollbackReport>;

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
