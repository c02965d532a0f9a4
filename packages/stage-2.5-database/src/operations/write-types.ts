import type { TableDeclaration } from "@build-it/artifacts";
import { emptySchema, fingerprintSchema } from "@build-it/postgres-schema";
import { completed, type StageContext, type StageResult } from "@build-it/stage-contract";
import { schemaOf } from "../1-design/stored-objects.ts";
import { lastNumber } from "../3-write/iteration-chain.ts";
import type { DatabaseFiles } from "../3-write/read-database-files.ts";
import { catchHalt } from "../5-apply/connect.ts";
import { declareTables } from "../7-types/declare-tables.ts";
import { printTypes } from "../7-types/print-types.ts";
import { writeTypeFiles } from "../7-types/write-type-files.ts";
import type { DatabaseProject } from "../project.ts";
import { openFiles } from "./open-files.ts";
import { areTypesWritten, recallTables, rememberTypes } from "./remember-types.ts";

/** The last iteration's schema as types. */
interface WrittenTypes {
  readonly tables: TableDeclaration[];
  readonly typeFiles: string[];
  readonly schemaFingerprint: string;
}

/** Declares the tables of the last iteration, and writes the type files that are not right yet. */
export async function writeTypesOf(project: DatabaseProject, files: DatabaseFiles): Promise<WrittenTypes> {
  const { iterations } = files;
  const schemaFingerprint = iterations.at(-1)?.record.schemaFingerprint ?? fingerprintSchema(emptySchema);
  const known = await recallTables(project, files);
  if (known !== undefined && (await areTypesWritten(project, files)))
    return { tables: [...known], typeFiles: [], schemaFingerprint };
  const tables = known ?? declareTablesOf(files);
  const printed = printTypes(tables, { iteration: lastNumber(iterations), schemaFingerprint });
  const typeFiles = await writeTypeFiles(printed, project.typesFolder);
  await rememberTypes(project, files, { tables, printed });
  return { tables: [...tables], typeFiles: [...typeFiles], schemaFingerprint };
}

const declareTablesOf = ({ snapshot }: DatabaseFiles): readonly TableDeclaration[] =>
  snapshot === null ? [] : declareTables(schemaOf(snapshot.catalog), snapshot.design);

/** `build-it types`: writes the table types of the last iteration on disk. */
export const writeTypes = (
  project: DatabaseProject,
  _context: StageContext,
): Promise<StageResult<{ readonly typeFiles: readonly string[] }>> =>
  catchHalt(async () => {
    const files = await openFiles(project);
    if (await areTypesWritten(project, files)) return completed({ typeFiles: [] });
    const { typeFiles } = await writeTypesOf(project, files);
    return completed({ typeFiles });
  });
