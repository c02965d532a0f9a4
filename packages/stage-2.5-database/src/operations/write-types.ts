import type { TableDeclaration } from "@build-it/artifacts";
import { type DatabaseSchema, databaseSchema, fingerprintSchema } from "@build-it/postgres-schema";
import { completed, type StageContext, type StageResult } from "@build-it/stage-contract";
import type { DatabaseFiles } from "../3-write/read-database-files.ts";
import { snapshotFormat } from "../3-write/snapshot.ts";
import { catchHalt } from "../5-apply/connect.ts";
import { declareTables } from "../7-types/declare-tables.ts";
import { printTypes } from "../7-types/print-types.ts";
import { writeTypeFiles } from "../7-types/write-type-files.ts";
import type { DatabaseProject } from "../project.ts";
import { openFiles } from "./open-files.ts";

/** The last iteration's schema as types. */
interface WrittenTypes {
  readonly tables: TableDeclaration[];
  readonly typeFiles: string[];
  readonly schemaFingerprint: string;
}

/** The schema of an iteration, with its fingerprint. */
interface SchemaAt {
  readonly iteration: number;
  readonly expected: DatabaseSchema;
  readonly schemaFingerprint: string;
}

/**
 * Declares the tables of the last iteration, and writes the type files that are not right yet. What the target was
 * `inspected` with is not worked out again, where that is the last iteration.
 */
export async function writeTypesOf(
  project: DatabaseProject,
  { snapshot }: DatabaseFiles,
  inspected?: SchemaAt,
): Promise<WrittenTypes> {
  const known =
    snapshot !== null && snapshot.format === snapshotFormat && inspected?.iteration === snapshot.iteration
      ? inspected
      : undefined;
  const catalog = known?.expected ?? databaseSchema(snapshot?.catalog ?? []);
  const schemaFingerprint = known?.schemaFingerprint ?? fingerprintSchema(catalog);
  const tables = snapshot === null ? [] : declareTables(catalog, snapshot.design);
  const printed = printTypes(tables, { iteration: snapshot?.iteration ?? 0, schemaFingerprint });
  const typeFiles = await writeTypeFiles(printed, project.typesFolder);
  return { tables: [...tables], typeFiles: [...typeFiles], schemaFingerprint };
}

/** `build-it types`: writes the table types of the last iteration on disk. */
export const writeTypes = (
  project: DatabaseProject,
  _context: StageContext,
): Promise<StageResult<{ readonly typeFiles: readonly string[] }>> =>
  catchHalt(async () => {
    const { typeFiles } = await writeTypesOf(project, await openFiles(project));
    return completed({ typeFiles });
  });
