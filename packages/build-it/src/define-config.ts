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
  /** By name; `development` on the embedded PostgreSQL unless said otherwise. */
  readonly environments?: Readonly<Record<string, EnvironmentConfig>>;
  /** Gets the pipeline and gives it back with stages replaced or added. */
  readonly stages?: (pipeline: BuildItPipeline) => AnyPipeline;
}

/** Gives the config as it is; it is there so that the editor knows the keys. */
export const defineConfig = (config: BuildItConfigInput): BuildItConfigInput => config;
