import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type ObjectId, type PlanOptions, type Rename, trusted } from "../../src/index.ts";

const name = z.string();
const expressions = z.record(z.string(), z.string());

/** What a plan is told of rows, by the ids of columns. */
const rowDecisions = {
  backfills: expressions.optional(),
  conversions: expressions.optional(),
  valueMaps: z.record(z.string(), expressions).optional(),
};

const probeSchema = z.strictObject({
  says: z.string(),
  on: z.enum(["before", "after"]).default("after"),
  as: name.optional(),
  sql: z.string(),
  sqlstate: z.string().length(5).optional(),
  rows: z.number().optional(),
  gives: z.array(z.array(z.string().nullable())).optional(),
});

const expectationSchema = z.strictObject({
  majors: z.array(z.literal([14, 15, 16, 17, 18])).default([14, 15, 16, 17, 18]),
  refused: z.string().optional(),
  renames: z
    .array(
      z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("table"), schema: name, from: name, to: name }),
        z.strictObject({ kind: z.literal("enum"), schema: name, from: name, to: name }),
        z.strictObject({ kind: z.literal("column"), schema: name, table: name, from: name, to: name }),
      ]),
    )
    .default([]),
  ...rowDecisions,
  resetPrivilegesOf: z.array(name).default([]),
  back: z.strictObject(rowDecisions).default({}),
  rowsMayChange: z.array(z.string()).default([]),
  probes: z.array(probeSchema).default([]),
});

/** How the database must behave before or after the change. */
export type Probe = z.infer<typeof probeSchema>;
/** What is not the default about a scenario; its README says what each part means. */
export type Expectation = z.infer<typeof expectationSchema>;

/** One change of a schema: the files of one folder of `scenarios/`. */
export interface Scenario {
  /** `change-column-type--under-a-view`. */
  readonly name: string;
  readonly folder: string;
  readonly before: string;
  readonly after: string;
  /** Rows for the schema before; empty for none. */
  readonly seed: string;
  readonly expectation: Expectation;
}

/** All scenarios, sorted by their names. Throws where an `expect.json` is not as its README says. */
export function readScenarios(folder: string): readonly Scenario[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    .sort()
    .map((name) => readScenario(join(folder, name), name));
}

function readScenario(folder: string, name: string): Scenario {
  const seed = join(folder, "seed.sql");
  const expectation = join(folder, "expect.json");
  const parsed = expectationSchema.safeParse(
    existsSync(expectation) ? JSON.parse(readFileSync(expectation, "utf8")) : {},
  );
  if (!parsed.success) throw new Error(`${expectation}: ${z.prettifyError(parsed.error)}`);
  return {
    name,
    folder,
    before: readFileSync(join(folder, "before.sql"), "utf8"),
    after: readFileSync(join(folder, "after.sql"), "utf8"),
    seed: existsSync(seed) ? readFileSync(seed, "utf8") : "",
    expectation: parsed.data,
  };
}

type RowDecisions = Pick<PlanOptions, "backfills" | "conversions" | "valueMaps">;

/** What the planner is told of rows. The expressions are the scenario's own. */
export function rowDecisionsOf({ backfills, conversions, valueMaps }: Expectation["back"]): Required<RowDecisions> {
  const byColumn = <From, To>(record: Readonly<Record<string, From>> = {}, convert: (value: From) => To) =>
    new Map(Object.entries(record).map(([id, value]) => [id as ObjectId, convert(value)]));
  return {
    backfills: byColumn(backfills, trusted),
    conversions: byColumn(conversions, trusted),
    valueMaps: byColumn(valueMaps, (map) => new Map(Object.entries(map))),
  };
}

/** The renames that the planner is told on the way there. */
export const renamesOf = ({ renames }: Expectation): readonly Rename[] => renames;
