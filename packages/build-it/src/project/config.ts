import { ApplyMode } from "@build-it/stage-contract";
import { z } from "zod";

const databaseName = z.string().regex(/^[a-z][a-z0-9_]*$/, "a database name is lower case letters, digits and _");

/** A database to apply to: exactly one of the four ways to say where it is. */
export const TargetConfig = z.union([
  /** The application's embedded PostgreSQL; the database is called as the module unless said otherwise. */
  z.strictObject({ embedded: z.literal(true), database: databaseName.optional() }),
  /** A connection URL, for databases that need no secret. */
  z.strictObject({ url: z.string() }),
  /** The environment variable that holds the connection URL. */
  z.strictObject({ env: z.string() }),
  /** A Supabase project: the environment variable holds its direct or session pooler URL. */
  z.strictObject({ supabase: z.strictObject({ projectRef: z.string().optional(), env: z.string() }) }),
]);
export type TargetConfig = z.infer<typeof TargetConfig>;

/** How changes reach one database, and which. */
export const EnvironmentConfig = z.strictObject({ apply: ApplyMode, target: TargetConfig });
export type EnvironmentConfig = z.infer<typeof EnvironmentConfig>;

/** What `build-it.config.ts` exports, its defaults filled in. */
export const BuildItConfig = z.strictObject({
  /** The name of the BUSM module that the application is built from. */
  module: z.string().min(1),
  /** The folder that holds the module's folder, relative to the application. */
  busm: z.string().min(1),
  /** The major version of the embedded PostgreSQL. Hosted Supabase runs 17. */
  postgres: z.union([z.literal(17), z.literal(18)]).default(17),
  /**
   * Whether a change may keep others waiting, or is cut into parts that do not. Unless said otherwise it is where an
   * environment takes only what was approved.
   */
  changes: z.enum(["simple", "online"]).optional(),
  /** How many rows an online change fills in one transaction, and how long it pauses after each. */
  batches: z
    .strictObject({ rows: z.number().int().min(1).default(2_000), pauseMs: z.number().int().min(0).default(50) })
    .default({ rows: 2_000, pauseMs: 50 }),
  environments: z
    .record(z.string(), EnvironmentConfig)
    .default({ development: { apply: "auto", target: { embedded: true } } }),
  /** Gets the pipeline and gives it back with stages replaced or added. */
  stages: z.custom<(pipeline: never) => unknown>((value) => typeof value === "function").optional(),
});
export type BuildItConfig = z.infer<typeof BuildItConfig>;

/** The keys there are at a place in the config; `*` stands for any name. Suggestions come from here. */
export const knownKeys: Readonly<Record<string, readonly string[]>> = {
  "": ["module", "busm", "postgres", "changes", "batches", "environments", "stages"],
  batches: ["rows", "pauseMs"],
  "environments.*": ["apply", "target"],
  "environments.*.target": ["embedded", "database", "url", "env", "supabase"],
  "environments.*.target.supabase": ["projectRef", "env"],
};
