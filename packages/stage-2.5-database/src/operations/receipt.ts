import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { completed, halted, type StageContext, type StageResult } from "@build-it/stage-contract";
import { catchHalt } from "../5-apply/connect.ts";
import { receiptMissing } from "../diagnostics/apply.ts";
import type { DatabaseProject } from "../project.ts";
import { Receipt } from "../reports.ts";
import { openFiles } from "./open-files.ts";

const receiptFile = (project: DatabaseProject): string => join(project.workFolder, "receipt.json");

/** Notes that the target was verified. The text says nothing of when, so that an unchanged database gives an unchanged file. */
export async function writeReceipt(project: DatabaseProject, receipt: Receipt): Promise<void> {
  const file = receiptFile(project);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(receipt, null, 2)}\n`);
}

/** A run that begins takes the receipt away: only one that ends well gives it back. */
export const removeReceipt = (project: DatabaseProject): Promise<void> => rm(receiptFile(project), { force: true });

/** `build-it receipt --check`: the receipt, if it is there and speaks of the last iteration on disk. */
export const checkReceipt = (project: DatabaseProject, context: StageContext): Promise<StageResult<Receipt>> =>
  catchHalt(async () => {
    const { iterations } = await openFiles(project);
    const text = await readFile(receiptFile(project), "utf8").catch(() => "null");
    const receipt = Receipt.safeParse(JSON.parse(text));
    const last = iterations.at(-1)?.record;
    if (
      receipt.success &&
      receipt.data.environment === context.environment.name &&
      receipt.data.iteration === (last?.iteration ?? 0)
    )
      return completed(receipt.data);
    return halted(
      {
        kind: "verification_failed",
        message: "The database was not verified, so nothing is built on it.",
        nextCommand: "build-it apply",
      },
      [receiptMissing()],
    );
  });
