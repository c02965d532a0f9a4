import type { AnyPipeline } from "./compose/pipeline.ts";
import type { BuildItPipeline } from "./pipeline.ts";
import type { EnvironmentConfig } from "./project/config.ts";

/** What `build-it.config.ts` says. */
export interface BuildItConfigInput {
  /** The name of the BUSM module that the application is built from. */
  readonly module: string;
  /** The folder that holds the module's folder, relative to the application. */
  readonly busm: string;
  /** The major version of the embedded PostgreSQL: 17 unless said otherwise, as hosted Supabase runs it. */
  readonly postgres?: 17 | 18;
  /**
   * `simple`: a migration is one transaction, and others wait while it reads or fills a table. `online` cuts it into parts
   * that let them read and write; unless said otherwise it is that where an environment takes only what was approved. Decided
   * when a migration is written, so that its files are the same for all environments.
   */
  readonly changes?: "simple" | "online";
  /** How many rows an online change fills in one transaction (2,000), and how long it pauses after each (50 ms). */
  readonly batches?: { readonly rows?: number; readonly pauseMs?: number };
  /** By name; `development` on the embedded PostgreSQL unless said otherwise. */
  readonly environments?: Readonly<Record<string, EnvironmentConfig>>;
  /** Gets the pipeline and gives it back with stages replaced or added. */
  readonly stages?: (pipeline: BuildItPipeline) => AnyPipeline;
}

/** Gives the config as it is; it is there so that the editor knows the keys. */
export const defineConfig = (config: BuildItConfigInput): BuildItConfigInput => config;
