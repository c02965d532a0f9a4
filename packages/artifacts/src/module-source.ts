import { z } from "zod";

/** What a run starts from: a module of the model. */
export const ModuleSource = z.object({
  /** Absolute: the `busm/` folder. */
  root: z.string(),
  /** The module's name, which is its folder's: `crm`. */
  module: z.string(),
});
export type ModuleSource = z.infer<typeof ModuleSource>;
