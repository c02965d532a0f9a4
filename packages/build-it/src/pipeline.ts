import {
  ApplyReport,
  ApprovalReport,
  applyPending,
  approveMigrations,
  checkReceipt,
  HistoryReport,
  Receipt,
  RollbackReport,
  readHistory,
  readStatus,
  rollbackTo,
  StatusReport,
  VerifyReport,
  verifyTarget,
  writeTypes,
} from "@build-it/stage-2.5-database";
import type { Stage, StageContext, StageResult } from "@build-it/stage-contract";
import { z } from "zod";
import { pipeline } from "./compose/pipeline.ts";
import type { Project } from "./project/open-project.ts";

// The one file that knows the stages.

export type { DatabaseProject, ShadowServer, TargetDatabase } from "@build-it/stage-2.5-database";

/** Part of stage 2.5 as a pipeline of one stage, so that it is run, cancelled, told and logged like any other. */
const databaseCommand = <Output>(
  command: { readonly name: string; readonly title: string; readonly output: z.ZodType<Output> },
  run: (context: StageContext) => Promise<StageResult<Output>>,
) => {
  const stage: Stage<undefined, Output> = {
    ...command,
    input: z.undefined(),
    run: (_input, context) => run(context),
  };
  return pipeline<undefined>().stage("report", stage, () => undefined);
};

/** `build-it apply`: applies the pending migrations, verifies, writes the receipt. */
export const createApply = ({ database }: Project) =>
  databaseCommand({ name: "apply", title: "Apply", output: ApplyReport }, (context) => applyPending(database, context));

/** `build-it verify`: compares the target with the last iteration. */
export const createVerify = ({ database }: Project) =>
  databaseCommand({ name: "verify", title: "Verify", output: VerifyReport }, (context) =>
    verifyTarget(database, context),
  );

/** `build-it status`: where files and target are. */
export const createStatus = ({ database }: Project) =>
  databaseCommand({ name: "status", title: "Status", output: StatusReport }, (context) =>
    readStatus(database, context),
  );

/** `build-it history`: what was applied and rolled back. */
export const createHistory = ({ database }: Project) =>
  databaseCommand({ name: "history", title: "History", output: HistoryReport }, (context) =>
    readHistory(database, context),
  );

/** `build-it rollback`: takes iterations back. */
export const createRollback = (
  { database }: Project,
  wanted: { readonly iteration: number; readonly dryRun: boolean },
) =>
  databaseCommand({ name: "rollback", title: "Rollback", output: RollbackReport }, (context) =>
    rollbackTo(wanted, database, context),
  );

/** `build-it approve`: records who approved which checksum. */
export const createApproval = (
  { database }: Project,
  wanted: { readonly iteration?: number; readonly approvedBy: string },
) =>
  databaseCommand({ name: "approve", title: "Approve", output: ApprovalReport }, (context) =>
    approveMigrations(wanted, database, context),
  );

const TypeFiles = z.object({ typeFiles: z.array(z.string()) });

/** `build-it types`: writes the table types of the last iteration. */
export const createTypes = ({ database }: Project) =>
  databaseCommand<{ readonly typeFiles: readonly string[] }>(
    { name: "types", title: "Table types", output: TypeFiles },
    (context) => writeTypes(database, context),
  );

/** `build-it receipt --check`: whether the last apply was verified and is still true of the files. */
export const createReceiptCheck = ({ database }: Project) =>
  databaseCommand({ name: "receipt", title: "Receipt", output: Receipt }, (context) => checkReceipt(database, context));
