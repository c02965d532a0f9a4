import { type DatabaseSchema, emptySchema, planMigration } from "@build-it/postgres-schema";
import type { Design } from "../1-design/design.ts";
import { bodiesUnchecked } from "../3-write/check-bodies.ts";
import { planOptionsFor } from "../3-write/plan-options.ts";
import { Halt } from "../5-apply/connect.ts";
import type { DatabaseProject } from "../project.ts";
import { type Shadow, withBlank } from "./open-shadow.ts";
import { runAndRead, tryOut } from "./read-schema.ts";
import type { AffectedPart } from "./select-affected-part.ts";

export interface Building {
  readonly design: DatabaseSchema;
  readonly origins: Design["origins"];
  /** What of it is to be built, where the rest is known from the last iteration; null: the whole. */
  readonly part: AffectedPart | null;
  readonly schemas: readonly string[];
  readonly signal: AbortSignal;
}

/**
 * What PostgreSQL makes of a design on a blank database. Only what is affected by a change since the last iteration is
 * built, where the rest is known from there.
 */
export const buildFromNothing = (project: DatabaseProject, building: Building): Promise<DatabaseSchema> =>
  withBlank(project, building.signal, async (blank) => {
    const { design, part } = building;
    if (part !== null) {
      const built = await build(blank, part.build, building).catch(ignoreHalt);
      if (built !== undefined) return part.complete(built);
    }
    return build(blank, design, building);
  });

const build = (
  { client, postgresMajor }: Shadow,
  design: DatabaseSchema,
  { schemas, origins }: Pick<Building, "schemas" | "origins">,
): Promise<DatabaseSchema> =>
  tryOut(client, () => {
    const { steps } = planMigration(emptySchema, design, planOptionsFor(postgresMajor));
    const sql = bodiesUnchecked(steps, origins) + steps.map((step) => `${step.sql.text};\n`).join("");
    return runAndRead(client, { file: "the whole schema, from nothing", sql, steps: [] }, schemas, { toCompare: true });
  });

/** A part that cannot stand alone is no mistake of the design: whether there is one, the whole tells. */
function ignoreHalt(error: unknown): undefined {
  if (!(error instanceof Halt)) throw error;
}
