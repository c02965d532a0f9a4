import { type DatabaseSchema, databaseSchema, emptySchema } from "@build-it/postgres-schema";
import type { DatabaseFiles } from "../3-write/read-database-files.ts";
import { snapshotFormat } from "../3-write/snapshot.ts";
import { schemasOf } from "../6-verify/managed-schemas.ts";
import type { DatabaseProject } from "../project.ts";
import { withShadow } from "./open-shadow.ts";
import { readSchema, tryOut } from "./read-schema.ts";

/** Gives the schemas that iterations end at, as PostgreSQL prints them. */
export type SchemasAt = (iterations: readonly number[]) => Promise<ReadonlyMap<number, DatabaseSchema>>;

/**
 * The last iteration's schema is in the snapshot. An earlier one is found on the shadow, by running the proven rollbacks
 * and reading, all of which is taken back.
 */
export const schemasAtWith =
  (project: DatabaseProject, files: DatabaseFiles, signal: AbortSignal): SchemasAt =>
  async (iterations) => {
    const known = new Map<number, DatabaseSchema>([[0, emptySchema]]);
    const { snapshot } = files;
    if (snapshot !== null && snapshot.format === snapshotFormat)
      known.set(snapshot.iteration, databaseSchema(snapshot.catalog));
    const lowest = Math.min(...iterations.filter((iteration) => !known.has(iteration)));
    if (lowest === Number.POSITIVE_INFINITY) return known;
    return new Map([...known, ...(await readOnShadow(project, { files, lowest, signal }))]);
  };

const readOnShadow = (
  project: DatabaseProject,
  { files, lowest, signal }: { readonly files: DatabaseFiles; readonly lowest: number; readonly signal: AbortSignal },
): Promise<ReadonlyMap<number, DatabaseSchema>> =>
  withShadow(project, { iterations: files.iterations, signal }, ({ client }) =>
    tryOut(client, async () => {
      const schemas = schemasOf(databaseSchema(files.snapshot?.design.objects ?? []));
      const found = new Map<number, DatabaseSchema>();
      for (const { record, migration } of files.iterations.toReversed()) {
        found.set(record.iteration, await readSchema(client, schemas));
        if (record.iteration <= lowest) break;
        await client.query(migration.rollbackSql);
      }
      return found;
    }),
  );
