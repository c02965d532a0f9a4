import {
  type Comparison,
  compareSources,
  createModelSchema,
  HaltError,
  readSnapshot,
  runPipeline,
  type StoredSchema,
  sourceOf,
} from "@build-it/build-it";
import { idOf, printScript, type Rename } from "@build-it/postgres-schema";
import { exitCodes } from "../exit-codes.ts";
import { type Invocation, say, writeAnswer } from "../invocation.ts";
import { modelHalted, renameNotUnderstood, renameOffered, renameQuestion } from "../messages.ts";
import { createRunOptions, refuse, stopOutside, withProject } from "../run-project.ts";
import { describeComparison, describeObject } from "../screen/describe-comparison.ts";
import { askYes } from "../terminal/ask-yes.ts";
import { parseRename, printRename } from "./parse-rename.ts";

export interface DiffOptions {
  readonly from: string;
  readonly to: string;
  readonly sql?: boolean;
  readonly schema?: readonly string[];
  readonly rename?: readonly string[];
  readonly owner: boolean;
  readonly privileges: boolean;
  readonly postgres?: number;
  readonly scratch?: string;
}

/** `build-it diff`. */
export async function diff(invocation: Invocation, options: DiffOptions): Promise<number> {
  const renames: Rename[] = [];
  for (const written of options.rename ?? []) {
    const rename = parseRename(written);
    if (rename === undefined) return refuse(invocation, [renameNotUnderstood(written)]);
    renames.push(rename);
  }
  try {
    const { comparison, replan } = await compareSources({
      from: options.from,
      to: options.to,
      cwd: invocation.cwd,
      ...(options.schema === undefined ? {} : { schemas: options.schema }),
      renames,
      owners: options.owner,
      privileges: options.privileges,
      ...(options.postgres === undefined ? {} : { postgres: options.postgres }),
      ...(options.scratch === undefined ? {} : { scratchUrl: options.scratch }),
      signal: invocation.signal,
      parseSnapshot: readSnapshot,
      readModel: (app) => readModel({ ...invocation, cwd: app }),
    });
    const told = await chooseRenames(comparison.candidates, invocation);
    return answer(told.length === 0 ? comparison : replan(told), options, invocation);
  } catch (error) {
    if (error instanceof HaltError) return stopOutside(invocation, error);
    throw error;
  }
}

/** A rename is never guessed: a person is asked, or told the words to add. */
async function chooseRenames(candidates: readonly Rename[], invocation: Invocation): Promise<readonly Rename[]> {
  const chosen: Rename[] = [];
  for (const candidate of candidates) {
    const { kind, from, to } = candidate;
    const [name, words] = [from, `--rename ${printRename(candidate)}`];
    if (!invocation.terminal.interactive) say(invocation, renameOffered({ kind, name, to, words }));
    else if (await askYes(renameQuestion({ kind, name, to }), invocation)) chosen.push(candidate);
  }
  return chosen;
}

function answer(comparison: Comparison, options: DiffOptions, invocation: Invocation): number {
  const { style } = invocation.terminal;
  for (const note of comparison.notes) say(invocation, style.paint.dim(`${style.note} ${note}`));
  const { plan, from, to } = comparison;
  if (plan === null) {
    const text = describeComparison(comparison, style);
    // Whoever runs what is printed must not run half a script.
    if (options.sql === true) say(invocation, text);
    writeAnswer(invocation, { json: jsonOf(comparison), text: options.sql === true ? "" : text });
    return exitCodes.error;
  }
  const heading = [`From ${from.label} to ${to.label}`];
  const text =
    options.sql === true
      ? plan.steps.length === 0
        ? ""
        : printScript(plan, heading)
      : describeComparison(comparison, style);
  writeAnswer(invocation, { json: jsonOf(comparison), text });
  return plan.steps.length === 0 ? exitCodes.done : exitCodes.different;
}

function jsonOf({ from, to, plan, refusals, candidates, notes }: Comparison): object {
  const status = plan === null ? "incomparable" : plan.steps.length === 0 ? "same" : "different";
  return {
    status,
    from,
    to,
    differences:
      plan === null
        ? []
        : [
            ...plan.difference.added.map((object) => ({
              change: "added",
              id: idOf(object),
              ...describeObject(object),
            })),
            ...plan.difference.removed.map((object) => ({
              change: "removed",
              id: idOf(object),
              ...describeObject(object),
            })),
            ...plan.difference.changed.map(({ id, before, attributes }) => ({
              change: "changed",
              id,
              ...describeObject(before),
              attributes,
            })),
          ],
    steps: (plan?.steps ?? []).map(({ subject, sql, lock, hazards, transactional }) => ({
      subject,
      sql: sql.text,
      lock,
      hazards,
      transactional,
    })),
    sql: plan === null ? null : printScript(plan),
    refusals,
    renameCandidates: candidates,
    notes,
  };
}

/** The schema that the model of an application asks for. Throws `HaltError` where there is none. */
async function readModel(invocation: Invocation): Promise<StoredSchema> {
  let schema: StoredSchema | undefined;
  let stopped: HaltError | undefined;
  await withProject(invocation, async (project) => {
    const result = await runPipeline(
      createModelSchema(project),
      sourceOf(project),
      createRunOptions(invocation, project, false),
    );
    if (result.status === "completed") schema = result.artifacts.schema;
    else if (result.status === "halted") {
      const [first = modelHalted(result.reason), ...more] = result.diagnostics.filter(
        ({ severity }) => severity === "error",
      );
      stopped = new HaltError(result.reason.kind, first, ...more);
    } else throw result.error;
    return exitCodes.done;
  });
  if (schema === undefined) throw stopped;
  return schema;
}
