import type { DatabaseSchema } from "../../schema/database-schema.ts";
import { type Rename, renameInSchema } from "../../schema/rename-objects.ts";
import type { Step } from "../step.ts";
import { clearTheWay } from "./clear-the-way.ts";
import { followNames } from "./names-that-follow.ts";
import { outdateTexts } from "./outdate-texts.ts";
import { renameStep } from "./rename-step.ts";

export interface AppliedRenames {
  readonly schema: DatabaseSchema;
  readonly steps: readonly Step[];
  /** Those that were asked for, and those that make way for them, in their order. */
  readonly renames: readonly Rename[];
}

/**
 * Renames first, so that all that follows speaks of the new names: the steps, and the schema as they leave it. Keys, indexes and
 * sequences that are the same but for a name that followed are renamed too, and not made again.
 */
export function applyRenames(
  before: DatabaseSchema,
  after: DatabaseSchema,
  renames: readonly Rename[],
): AppliedRenames {
  if (renames.length === 0) return { schema: before, steps: [], renames: [] };
  const way = clearTheWay(before, renames);
  const renamed = way.renames.reduce(renameInSchema, outdateTexts(way.schema, way.renamed));
  const followed = followNames(renamed, after);
  return {
    schema: followed.schema,
    steps: [...way.steps, ...way.renames.map(renameStep), ...followed.steps],
    renames: way.renames,
  };
}
