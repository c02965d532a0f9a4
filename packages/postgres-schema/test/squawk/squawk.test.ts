import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { getBinaryPath } from "squawk-cli/js/index.js";
import { expect, test } from "vitest";
import { z } from "zod";
import type { Hazard } from "../../src/index.ts";
import { judgements } from "./judged-warnings.ts";

const folder = fileURLToPath(new URL("../../scenarios", import.meta.url));
const plans = readdirSync(folder, { withFileTypes: true })
  .flatMap((entry) => (entry.isDirectory() ? [join(entry.name, "plan.sql")] : []))
  .sort();

const warningsSchema = z.array(
  z.object({ file: z.string(), line: z.number(), level: z.string(), message: z.string(), rule_name: z.string() }),
);
type Warning = z.infer<typeof warningsSchema>[number];

const command = squawkCommand();

test.skipIf(command === undefined)("squawk finds nothing in a plan that is neither declared nor excepted", async () => {
  const warnings = await runSquawk(command ?? "");
  expect(warnings.flatMap(objectionTo)).toEqual([]);
  const broken = new Set(warnings.map((warning) => warning.rule_name));
  expect(Object.keys(judgements).filter((rule) => !broken.has(rule))).toEqual([]);
});

/** Squawk has a binary for each system, and none where its package for the system could not be installed. */
function squawkCommand(): string | undefined {
  try {
    return getBinaryPath();
  } catch {
    return undefined;
  }
}

/** It ends with 1 where it warns. */
const runSquawk = (file: string): Promise<readonly Warning[]> =>
  new Promise((resolve, reject) => {
    const options = ["--pg-version=17.0", "--assume-in-transaction", "--reporter=json"];
    execFile(file, [...options, ...plans], { cwd: folder, maxBuffer: 100_000_000 }, (error, stdout) => {
      if (error !== null && error.code !== 1) reject(error);
      else resolve(warningsSchema.parse(JSON.parse(stdout)));
    });
  });

function objectionTo({ file, line, message, rule_name: rule }: Warning): readonly string[] {
  const judgement = judgements[rule];
  const { statement, lock, hazards } = stepAt(file, line);
  const known =
    judgement !== undefined &&
    (judgement.declares?.some((hazard) => hazards.includes(hazard) || (lock === "none" && isOfRows(hazard))) ||
      judgement.except?.statements.test(statement));
  return known ? [] : [`${rule} in ${file}: ${message}\n${statement}`];
}

/** What takes its time over a table's rows. A plan says no lock where the table is its own: there nobody waits, and no row is. */
const isOfRows = (hazard: Hazard): boolean => ["scans_table", "blocks_writes", "rewrites_table"].includes(hazard);

interface GoldenStep {
  readonly statement: string;
  readonly lock: string;
  readonly hazards: readonly Hazard[];
}

/** The statement that is on a line, 0-based, of a golden plan, and what the plan says of it in the line before it. */
function stepAt(file: string, line: number): GoldenStep {
  const lines = readFileSync(join(folder, file), "utf8").split("\n");
  const heading = lines.slice(0, line + 1).findLastIndex((text) => text.startsWith("-- lock: "));
  const end = lines.findIndex((text, place) => place > heading && text === "");
  const [, lock = "", hazards = ""] = /^-- lock: (\w+)(?:; hazards: (.*))?$/.exec(lines[heading] ?? "") ?? [];
  return {
    statement: lines.slice(heading + 1, end === -1 ? undefined : end).join("\n"),
    lock,
    hazards: hazards.split(", ") as readonly Hazard[],
  };
}
