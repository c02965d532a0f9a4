export type { Design, DesignResult } from "./1-design/design.ts";
export { designSchema } from "./1-design/design-schema.ts";
export { classifyChanges } from "./2-guard/classify-changes.ts";
export { declareTables } from "./7-types/declare-tables.ts";
export { printTypes } from "./7-types/print-types.ts";
export { restoreArchive } from "./archive/restore-archive.ts";
export { BUSMToSQL, DatabaseGenerator, MigrationManager, SupabaseGenerator } from "./database-generator.ts";
export { applyPending, verifyTarget } from "./operations/apply-pending.ts";
export { approveMigrations } from "./operations/approve-migrations.ts";
export { buildModelSchema, ModelSchema, readModelSchema } from "./operations/build-model-schema.ts";
export { createDatabaseStage } from "./operations/database-stage.ts";
export { generateIteration, planIteration } from "./operations/plan-iteration.ts";
export { prepareTarget } from "./operations/prepare-target.ts";
export { readHistory } from "./operations/read-history.ts";
export { readStatus } from "./operations/read-status.ts";
export { checkReceipt } from "./operations/receipt.ts";
export { writeBaseline } from "./operations/write-baseline.ts";
export { writeTypes } from "./operations/write-types.ts";
export type { DatabaseProject, ShadowServer, TargetDatabase } from "./project.ts";
export { rebaseIterations } from "./rebase/rebase-iterations.ts";
export {
  ApplyReport,
  ApprovalReport,
  BaselineReport,
  ChangeClass,
  GenerateReport,
  HistoryReport,
  PlannedMigration,
  PlanReport,
  PrepareReport,
  RebaseReport,
  Receipt,
  RestoreReport,
  RetireReport,
  RollbackReport,
  SquashReport,
  StatusReport,
  VerifyReport,
} from "./reports.ts";
export type { RetireOptions } from "./retire/retire-objects.ts";
export { retireObjects } from "./retire/retire-objects.ts";
export type { RollbackOptions } from "./rollback/rollback-to.ts";
export { rollbackTo } from "./rollback/rollback-to.ts";
export type { SquashOptions } from "./squash/squash-iterations.ts";
export { squashIterations } from "./squash/squash-iterations.ts";
export { bootstrapSupabase } from "./supabase/bootstrap-supabase.ts";
export { checkSupabase } from "./supabase/check-supabase.ts";
