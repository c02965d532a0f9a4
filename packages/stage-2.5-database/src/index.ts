import type { Configuration } from "@build-it/artifacts";
import { Configuration as ConfigurationSchema, DatabaseArtifact } from "@build-it/artifacts";
import type { Stage, StageContext, StageResult } from "@build-it/stage-contract";
import type { DatabaseProject } from "./project.ts";
import type {
  ApplyReport,
  ApprovalReport,
  GenerateReport,
  HistoryReport,
  PlanReport,
  Receipt,
  RollbackReport,
  StatusReport,
  VerifyReport,
} from "./reports.ts";

export type { DatabaseProject, ShadowServer, TargetDatabase } from "./project.ts";
export * from "./reports.ts";

const soon = (): never => {
  throw new Error("under construction");
};

/** Stage 2.5 whole: design, compare, guard, write, rehearse, apply, verify, types. */
export const createDatabaseStage = (_project: DatabaseProject): Stage<Configuration, DatabaseArtifact> => ({
  name: "stage-2.5-database",
  title: "Database generation",
  input: ConfigurationSchema,
  output: DatabaseArtifact,
  run: async () => soon(),
});
/** `build-it plan`: what the next build would do; writes nothing. */
export const planIteration = async (
  _c: Configuration,
  _p: DatabaseProject,
  _x: StageContext,
): Promise<StageResult<PlanReport>> => soon();
/** `build-it generate`: design to types, files only; the target is not touched. Pure function of the files. */
export const generateIteration = async (
  _c: Configuration,
  _p: DatabaseProject,
  _x: StageContext,
): Promise<StageResult<GenerateReport>> => soon();
/** `build-it apply`: applies what is pending, verifies, writes the receipt. */
export const applyPending = async (_p: DatabaseProject, _x: StageContext): Promise<StageResult<ApplyReport>> => soon();
/** `build-it verify`. */
export const verifyTarget = async (_p: DatabaseProject, _x: StageContext): Promise<StageResult<VerifyReport>> => soon();
/** `build-it status`: never halts for what it can report. */
export const readStatus = async (_p: DatabaseProject, _x: StageContext): Promise<StageResult<StatusReport>> => soon();
/** `build-it history`. */
export const readHistory = async (_p: DatabaseProject, _x: StageContext): Promise<StageResult<HistoryReport>> => soon();
/** `build-it rollback --to N [--dry-run]`. */
export const rollbackTo = async (
  _o: { readonly iteration: number; readonly dryRun: boolean },
  _p: DatabaseProject,
  _x: StageContext,
): Promise<StageResult<RollbackReport>> => soon();
/** `build-it approve [N]`: records who approved which checksum, for the context's environment. Absent: all that is pending. */
export const approveMigrations = async (
  _o: { readonly iteration?: number; readonly approvedBy: string },
  _p: DatabaseProject,
  _x: StageContext,
): Promise<StageResult<ApprovalReport>> => soon();
/** `build-it types`: writes the table types of the last iteration on disk. */
export const writeTypes = async (
  _p: DatabaseProject,
  _x: StageContext,
): Promise<StageResult<{ readonly typeFiles: readonly string[] }>> => soon();
/** The receipt of the last verified apply, checked against the files on disk; halts when it is missing or stale. */
export const checkReceipt = async (_p: DatabaseProject, _x: StageContext): Promise<StageResult<Receipt>> => soon();
