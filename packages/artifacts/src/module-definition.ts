import { ModelDefinition } from "@build-it/busm";
import { z } from "zod";

/**
 * Stage 1's artifact: the module as its files say it, valid and not yet interpreted. `entities` are those that a
 * sub-module selects and those that they refer to, in the order of their names.
 */
export const ModuleDefinition = z.object({
  name: z.string(),
  title: z.string(),
  description: z.string().optional(),
  /** The database schema of entities that name none. */
  schema: z.string(),
  subModules: z.array(z.object({ name: z.string(), title: z.string(), entities: z.array(z.string()) })),
  ...ModelDefinition.pick({ entities: true, enums: true, sqlFiles: true, schemaFiles: true }).shape,
});
export type ModuleDefinition = z.infer<typeof ModuleDefinition>;
