import { join } from "node:path";
import type { DatabaseSchema } from "@build-it/postgres-schema";
import type { Design, DesignResult } from "../../1-design/design.ts";
import { schemaOf } from "../../1-design/stored-objects.ts";
import { databaseFolder } from "../../3-write/database-folder.ts";
import { lastNumber } from "../../3-write/iteration-chain.ts";
import type { DatabaseFiles } from "../../3-write/read-database-files.ts";
import type { Rehearsed } from "../../4-rehearse/rehearse-migration.ts";
import { Halt } from "../../5-apply/connect.ts";
import { declareTables } from "../../7-types/declare-tables.ts";
import { printTypes } from "../../7-types/print-types.ts";
import { writeTypeFiles } from "../../7-types/write-type-files.ts";
import { stepTypesRefused } from "../../diagnostics/steps.ts";
import type { DatabaseProject } from "../../project.ts";
import type { SqlStep } from "../sql-step.ts";
import { checkTypes } from "./check-types.ts";

/** What a step's file needs of the types; the others are for applications. */
const needed = new Set(["database.ts", "enums.ts", "tables.ts"]);

/**
 * Writes the tables before and after the schema change as types that steps import, and checks the steps against them: the
 * shadow's tables are empty, so a rehearsal alone does not run what a step does with rows. Throws a halt with the errors.
 */
export async function checkStepTypes(
  project: DatabaseProject,
  {
    steps,
    files,
    designed,
    rehearsed,
    signal,
  }: {
    readonly steps: readonly SqlStep[];
    readonly files: DatabaseFiles;
    readonly designed: DesignResult;
    readonly rehearsed: Rehearsed;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  const written = steps.filter(({ file }) => file.endsWith(".ts"));
  if (written.length === 0) return;
  const { snapshot } = files;
  const write = (side: SqlStep["when"], catalog: DatabaseSchema, design: Design | undefined) =>
    writeTypeFiles(
      printTypes(design === undefined ? [] : declareTables(catalog, design), {
        iteration: lastNumber(files.iterations) + (side === "after" ? 1 : 0),
        schemaFingerprint: side,
      }).filter(({ path }) => needed.has(path)),
      join(project.workFolder, "step-types", side),
    );
  await write("before", schemaOf(snapshot?.catalog ?? []), snapshot?.design);
  await write("after", rehearsed.catalog, designed.design);
  const { root } = databaseFolder(project.databaseFolder);
  const errors = await checkTypes(
    written.map(({ file }) => join(root, file)),
    signal,
  );
  if (errors === "") return;
  throw new Halt({ kind: "invalid_model", message: "A data step cannot become part of an iteration." }, [
    stepTypesRefused(errors),
  ]);
}
