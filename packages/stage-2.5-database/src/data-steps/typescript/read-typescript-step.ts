import type { Diagnostic } from "@build-it/stage-contract";
import { checksumOf } from "../../3-write/checksum.ts";
import { stepNotTypescript, stepTwiceReversed, stepWithoutReverse } from "../../diagnostics/steps.ts";
import type { SqlStep } from "../sql-step.ts";
import { loadStep } from "./load-step.ts";
import { printCall } from "./typescript-block.ts";

/** A step in TypeScript: one file, with its way there and back. */
export async function readTypescriptStep(
  { path, text }: { readonly path: string; readonly text: string },
  named: Pick<SqlStep, "name" | "when">,
): Promise<{ readonly step: SqlStep; readonly diagnostics: readonly Diagnostic[] }> {
  const checksum = checksumOf(text);
  const call = (name: "up" | "down"): string => printCall({ file: path, export: name, source: text });
  const step = (hasReverse: boolean): SqlStep => ({
    ...named,
    file: path,
    sql: call("up"),
    checksum,
    reverse: hasReverse ? { file: path, sql: call("down"), checksum } : null,
  });
  const loaded = await loadStep(path, text);
  if (loaded.status === "refused")
    return { step: step(false), diagnostics: [stepNotTypescript(path, loaded.problem, loaded.line)] };
  const { up, down, saysNone } = loaded.module;
  return {
    step: step(down !== null),
    diagnostics: [
      ...(up === null ? [stepNotTypescript(path, "it exports no function up", null)] : []),
      ...(down === null && !saysNone ? [stepWithoutReverse(path)] : []),
      ...(down !== null && saysNone ? [stepTwiceReversed(path, "its function down")] : []),
    ],
  };
}
