import type { MigrationPanel, StageContext } from "@build-it/stage-contract";
import { databaseFolder } from "../3-write/database-folder.ts";
import type { Iteration } from "../3-write/read-database-files.ts";
import { writeIteration } from "../3-write/write-iteration.ts";
import { Halt } from "../5-apply/connect.ts";
import { approvalMissing, iterationTaken } from "../diagnostics/apply.ts";
import type { DatabaseProject, TargetDatabase } from "../project.ts";
import { readApprovals } from "./read-approvals.ts";
import type { PreparedIteration } from "./record-iteration.ts";

export interface ApplyRequest {
  readonly project: DatabaseProject;
  readonly target: TargetDatabase;
  /** On disk, and not applied yet. */
  readonly pending: readonly Iteration[];
  /** Not on disk yet. */
  readonly next: PreparedIteration | null;
}

/**
 * Gets leave to apply what is pending, and puts the next iteration on disk. `auto` shows the panel and goes on, but asks
 * where data would be lost; `ask` asks; `approved` looks for approvals. Where nobody can answer, the files are written
 * and the run halts with the command that gives the approval. Gives who approved what.
 */
export async function permitApply(request: ApplyRequest, context: StageContext): Promise<ReadonlyMap<number, string>> {
  const { project, next, pending, target } = request;
  const all = next === null ? pending : [...pending, next.iteration];
  if (all.length === 0) return new Map();
  const { apply, name } = context.environment;
  const approvals = await readApprovals(project.databaseFolder, name, all);
  const lacking = all.filter(({ record }) => !approvals.has(record.iteration));
  const approvedBy = new Map([...approvals].map(([iteration, { approvedBy }]) => [iteration, approvedBy]));
  const asks = apply === "ask" || (apply === "auto" && next?.losesData === true);
  const choice =
    apply === "approved"
      ? lacking.length === 0
        ? "apply"
        : "later"
      : lacking.length === 0 && asks
        ? "apply"
        : await ask(request, all, { asks, context });
  if (choice === "cancel")
    throw new Halt({ kind: "cancelled", message: "Cancelled. Nothing was written and nothing was applied." });
  if (next !== null) await putOnDisk(project, next);
  if (choice === "apply") return approvedBy;
  const numbers = lacking.map(({ record }) => record.iteration);
  throw new Halt(
    {
      kind: "approval_required",
      message: `${target.label} takes only what was approved for ${name}.`,
      nextCommand: `build-it approve ${numbers.length === 1 ? `${numbers[0]} ` : ""}--env ${name}`,
    },
    lacking.map(({ migration }) => approvalMissing(migration.file, migration.checksum, name)),
  );
}

type Choice = "cancel" | "apply" | "later";

const ask = (
  { target, next }: ApplyRequest,
  all: readonly Iteration[],
  { asks, context }: { readonly asks: boolean; readonly context: StageContext },
): Promise<Choice> =>
  context.decide<Choice>({
    kind: "apply_migration",
    question: `Apply ${all.map(({ migration }) => migration.file).join(", ")} to ${target.label}?`,
    panel: panelOf(all, next, target),
    choices: [
      { choice: "cancel", label: "Cancel", key: "c" },
      { choice: "apply", label: "Apply & Continue", key: "a" },
    ],
    unattended: asks ? "later" : "apply",
    ...(asks ? {} : { informs: true }),
  });

const panelOf = (
  all: readonly Iteration[],
  next: PreparedIteration | null,
  target: TargetDatabase,
): MigrationPanel => ({
  iteration: all.at(-1)?.record.iteration ?? 0,
  title: "Database changes detected",
  target: target.label,
  groups: next?.groups ?? [
    { title: "Pending Migrations", lines: all.map(({ migration }) => ({ text: migration.file })) },
  ],
  migrations: all.map(({ migration: { file, sql, rollbackSql } }) => ({ file, sql, rollbackSql })),
});

/** Writes an iteration's files. Throws a halt when another run wrote this iteration in the meantime. */
export async function putOnDisk(
  project: DatabaseProject,
  { iteration, snapshotText }: PreparedIteration,
): Promise<void> {
  const folder = databaseFolder(project.databaseFolder);
  const written = await writeIteration(folder, { ...iteration, snapshotText });
  if (!written)
    throw new Halt(
      { kind: "locked", message: `Another run wrote iteration ${iteration.record.iteration} in the meantime.` },
      [iterationTaken(iteration.record.iteration)],
    );
}
