import { databaseFolder } from "../3-write/database-folder.ts";
import { type DatabaseFiles, readDatabaseFiles } from "../3-write/read-database-files.ts";
import { Halt } from "../5-apply/connect.ts";
import type { DatabaseProject } from "../project.ts";

/** The `database/` folder, held against its hash chain. Throws a halt where it does not hold. */
export async function openFiles(project: DatabaseProject): Promise<DatabaseFiles> {
  const result = await readDatabaseFiles(databaseFolder(project.databaseFolder));
  if (!result.ok)
    throw new Halt(
      { kind: "history_mismatch", message: "The files under database/ are not as they were written." },
      result.diagnostics,
    );
  return result.files;
}
