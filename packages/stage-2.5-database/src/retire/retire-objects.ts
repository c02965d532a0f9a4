import type { Configuration } from "@build-it/artifacts";
import type { ObjectId } from "@build-it/postgres-schema";
import { completed, type Diagnostic, type StageContext, type StageResult } from "@build-it/stage-contract";
import type { Client } from "pg";
import { nothingSaid, type SaidInSql } from "../1-design/said-in-sql.ts";
import { lastNumber } from "../3-write/iteration-chain.ts";
import type { DatabaseFiles } from "../3-write/read-database-files.ts";
import { readSaidInSql } from "../4-rehearse/read-said-in-sql.ts";
import { schemasAtWith } from "../4-rehearse/schemas-at.ts";
import { catchHalt, Halt, withTarget } from "../5-apply/connect.ts";
import { lockTarget } from "../5-apply/lock-target.ts";
import { inspectTarget } from "../6-verify/inspect-target.ts";
import {
  buildBeforeRetiring,
  notRetirable,
  retireCommand,
  retirementBreaks,
  retireQuestion,
} from "../diagnostics/retire.ts";
import { applyIterations } from "../operations/apply-iterations.ts";
import { openFiles } from "../operations/open-files.ts";
import { permitApply, putOnDisk } from "../operations/permit-apply.ts";
import { prepareIteration } from "../operations/prepare-iteration.ts";
import { removeReceipt, writeReceipt } from "../operations/receipt.ts";
import { writeTypesOf } from "../operations/write-types.ts";
import type { DatabaseProject, TargetDatabase } from "../project.ts";
import type { RetireReport } from "../reports.ts";
import { findRetirable, findUses, type Retirable } from "./find-retirable.ts";
import { designWithout } from "./without-retired.ts";

/** What is to go; nothing lists what could. */
export interface RetireOptions {
  readonly names: readonly string[];
  /** Approved by whoever called. */
  readonly yes: boolean;
}

interface Retiring {
  readonly options: RetireOptions;
  readonly configuration: Configuration;
  readonly project: DatabaseProject;
  readonly files: DatabaseFiles;
  readonly said: SaidInSql;
  readonly target: TargetDatabase;
  readonly context: StageContext;
}

/**
 * `build-it retire`: gives up what is only kept for code of earlier iterations, in an iteration of its own. Its rows and values go
 * into the archive, and its rollback brings all of it back. Without names it lists what could go.
 */
export const retireObjects = (
  options: RetireOptions,
  configuration: Configuration,
  { project, context }: { readonly project: DatabaseProject; readonly context: StageContext },
): Promise<StageResult<RetireReport>> =>
  catchHalt(async () => {
    const files = await openFiles(project);
    const target = await project.target();
    const retirable = files.snapshot === null ? [] : findRetirable(files.snapshot.design, files.iterations);
    const said = retirable.length === 0 ? nothingSaid : await readSaidInSql(configuration, project, context.signal);
    const candidates = await Promise.all(retirable.map((one) => describe(one, configuration, { files, said })));
    const report: RetireReport = { target: target.label, candidates, retired: [], iteration: null };
    if (options.names.length === 0) return completed(report);
    const unknown = options.names.filter((name) => !retirable.some((one) => one.name === name));
    if (unknown.length > 0)
      throw new Halt({ kind: "invalid_output", message: "There is nothing of that name to retire." }, [
        ...unknown.map((name) =>
          notRetirable(
            name,
            retirable.map((one) => one.name),
          ),
        ),
      ]);
    const chosen = retirable.filter(({ name }) => options.names.includes(name));
    const retiring = { options, configuration, project, files, said, target, context };
    return withTarget(target, async (client): Promise<StageResult<RetireReport>> => {
      await lockTarget(client, { label: target.label, signal: context.signal });
      const { iteration, diagnostics } = await retire(client, chosen, retiring);
      return completed({ ...report, retired: chosen.map(({ name }) => name), iteration }, diagnostics);
    });
  });

async function describe(
  one: Retirable,
  configuration: Configuration,
  { files, said }: { readonly files: DatabaseFiles; readonly said: SaidInSql },
) {
  const previous = files.snapshot?.design ?? null;
  const left = await designWithout(configuration, { previous, retired: new Set(one.ids), said });
  const { name, kind, renamedTo, since } = one;
  const { breaks, says } = findUses(one, { catalog: files.snapshot?.catalog ?? [], left, files: configuration });
  return { name, kind, renamedTo, since, uses: [...breaks], mentions: [...says] };
}

async function retire(
  client: Client,
  chosen: readonly Retirable[],
  { options, configuration, project, files, said, target, context }: Retiring,
): Promise<{ readonly iteration: number; readonly diagnostics: readonly Diagnostic[] }> {
  const ids = new Set<ObjectId>(chosen.flatMap((one) => one.ids));
  const inspected = await inspectTarget(client, {
    files,
    target,
    schemasAt: schemasAtWith(project, files, context.signal),
  });
  const { next: pending } = await prepareIteration({ configuration, files, project, context, rows: null });
  if (pending !== null || inspected.iteration < lastNumber(files.iterations))
    throw new Halt(
      { kind: "invalid_output", message: "Something else is to be built first.", nextCommand: "build-it run" },
      [buildBeforeRetiring()],
    );
  await demandUnused(chosen, ids, { configuration, files, said });
  const preparation = { configuration, files, project, context, rows: client, recorded: true, retire: ids };
  const { next, diagnostics } = await prepareIteration(preparation);
  if (next === null) throw new Error("what is retained is in the database, so taking it away is a change");
  await permit(chosen, options, { target, context });
  await removeReceipt(project);
  if (context.environment.apply === "approved") await permitApply({ project, target, pending: [], next }, context);
  else await putOnDisk(project, next);
  const allFiles: DatabaseFiles = { iterations: [...files.iterations, next.iteration], snapshot: next.snapshot };
  const work = { project, target, files: allFiles, pending: [next.iteration], underway: null, approvedBy: new Map() };
  const aboutRows = await applyIterations(client, work, context);
  const { schemaFingerprint } = await writeTypesOf(project, allFiles);
  const iteration = next.iteration.record.iteration;
  const environment = context.environment.name;
  await writeReceipt(project, { environment, target: target.label, iteration, schemaFingerprint });
  return { iteration, diagnostics: [...diagnostics, ...aboutRows] };
}

/** What the database itself would refuse stops it. */
async function demandUnused(
  chosen: readonly Retirable[],
  ids: ReadonlySet<ObjectId>,
  { configuration, files, said }: Pick<Retiring, "configuration" | "files" | "said">,
): Promise<void> {
  const left = await designWithout(configuration, { previous: files.snapshot?.design ?? null, retired: ids, said });
  const catalog = files.snapshot?.catalog ?? [];
  const broken = chosen.flatMap((one) => {
    const { breaks } = findUses(one, { catalog, left, files: configuration });
    return breaks.length === 0 ? [] : [retirementBreaks(one.name, breaks)];
  });
  if (broken.length > 0)
    throw new Halt({ kind: "breaking_change", message: "Something that stays still uses what would go." }, broken);
}

async function permit(
  chosen: readonly Retirable[],
  { names, yes }: RetireOptions,
  { target, context }: Pick<Retiring, "target" | "context">,
): Promise<void> {
  if (yes || context.environment.apply === "approved") return;
  const choice = await context.decide<"cancel" | "retire" | "later">({
    kind: "retire",
    question: retireQuestion(chosen, target.label),
    choices: [
      { choice: "cancel", label: "Cancel", key: "c" },
      { choice: "retire", label: "Retire", key: "r" },
    ],
    unattended: "later",
  });
  if (choice === "retire") return;
  if (choice === "cancel") throw new Halt({ kind: "cancelled", message: "Cancelled. Nothing was retired." });
  throw new Halt({
    kind: "approval_required",
    message: retireQuestion(chosen, target.label),
    nextCommand: retireCommand(names),
  });
}
