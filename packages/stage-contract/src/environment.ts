import { z } from "zod";

/**
 * How changes reach the database of an environment.
 * `auto`: what is safe is applied, data loss is asked about. `ask`: every apply is asked about.
 * `approved`: files are written, and only a migration whose checksum a person approved is applied.
 */
export const ApplyMode = z.enum(["auto", "ask", "approved"]);
export type ApplyMode = z.infer<typeof ApplyMode>;

/** Where a run's changes go: `development`, `production`, or what a project calls it. */
export const Environment = z.object({ name: z.string(), apply: ApplyMode });
export type Environment = z.infer<typeof Environment>;
