import type { Configuration } from "@build-it/artifacts";
import { completed, type StageContext, type StageResult } from "@build-it/stage-contract";
import { z } from "zod";
import { designSchema } from "../1-design/design-schema.ts";
import { objectsOf, StoredObjects } from "../1-design/stored-objects.ts";
import { parseSnapshot, type Snapshot } from "../3-write/snapshot.ts";
import { buildFromNothing } from "../4-rehearse/build-from-nothing.ts";
import { readSaidInSql } from "../4-rehearse/read-said-in-sql.ts";
import { catchHalt, Halt } from "../5-apply/connect.ts";
import { schemasOf } from "../6-verify/managed-schemas.ts";
import type { DatabaseProject } from "../project.ts";
import { openFiles } from "./open-files.ts";

/** A schema as PostgreSQL of some version prints it. */
export const ModelSchema = z.object({ postgresMajor: z.number().int(), catalog: StoredObjects });
export type ModelSchema = z.infer<typeof ModelSchema>;

/** What the model asks for, with what earlier iterations leave behind, as PostgreSQL prints it. Writes nothing. */
export const buildModelSchema = (
  configuration: Configuration,
  project: DatabaseProject,
  { signal }: StageContext,
): Promise<StageResult<ModelSchema>> =>
  catchHalt(async () => {
    const files = await openFiles(project);
    const said = await readSaidInSql(configuration, project, signal);
    const designed = await designSchema(configuration, files.snapshot?.design ?? null, said);
    if (designed.diagnostics.some(({ severity }) => severity === "error"))
      throw new Halt({ kind: "invalid_model", message: "The model cannot become a database." }, designed.diagnostics);
    const schemas = schemasOf(designed.schema);
    const built = await buildFromNothing(project, {
      design: designed.schema,
      origins: designed.design.origins,
      part: null,
      schemas,
      signal,
    });
    const { major: postgresMajor } = await project.shadow();
    return completed({ postgresMajor, catalog: objectsOf(built) }, designed.diagnostics);
  });

/** A snapshot's schema; undefined where the text is no snapshot. */
export function readModelSchema(text: string): ModelSchema | undefined {
  try {
    const { postgresMajor, catalog }: Snapshot = parseSnapshot(text);
    return { postgresMajor, catalog };
  } catch (error) {
    if (error instanceof Halt) return undefined;
    throw error;
  }
}
