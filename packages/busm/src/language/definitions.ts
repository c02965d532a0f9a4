import { z } from "zod";
import { Location } from "../model-problem.ts";
import { EntityFile } from "./entity-file.ts";
import { EnumsFile, ModuleFile } from "./module-file.ts";

/** Where the parts of an entity stand, by path: `fields.name`, `unique.0`, `access.1`; the entity itself is "". */
export const Sources = z.record(z.string(), Location);
export type Sources = z.infer<typeof Sources>;

/** An entity as the model says it, every short form written out, and where it says so. */
export const EntityDefinition = z.object({ entity: EntityFile, sources: Sources });
export type EntityDefinition = z.infer<typeof EntityDefinition>;

/** A file of SQL, with its path as people know it. */
export const SqlFile = z.object({ path: z.string(), text: z.string() });
export type SqlFile = z.infer<typeof SqlFile>;

/** A whole module of the model: valid, and not yet interpreted. */
export const ModelDefinition = z.object({
  name: z.string(),
  module: ModuleFile,
  /** In the order of their names. */
  entities: z.array(EntityDefinition),
  enums: EnumsFile,
  /** Files under `busm/<module>/sql/`, in the order of their paths. */
  sqlFiles: z.array(SqlFile),
  /** Files under `busm/<module>/sql/schema/`: objects of any kind. Absent where there are none. */
  schemaFiles: z.array(SqlFile).optional(),
});
export type ModelDefinition = z.infer<typeof ModelDefinition>;
