import { join, resolve } from "node:path";
import type { Diagnostic, Environment } from "@build-it/stage-contract";
import { appMissing, environmentUnknown } from "../diagnostics.ts";
import type { DatabaseProject } from "../pipeline.ts";
import type { BuildItConfig } from "./config.ts";
import { findApp } from "./find-app.ts";
import { loadConfig } from "./load-config.ts";
import { openServers } from "./open-servers.ts";
import { resolveTarget, type TargetResult } from "./resolve-target.ts";

/** An application, as every command works on it. All paths are absolute. */
export interface Project {
  readonly appFolder: string;
  /** The folder of the BUSM module. */
  readonly moduleFolder: string;
  readonly config: BuildItConfig;
  readonly environment: Environment;
  /** Where the environment's database is; connects to nothing. */
  readonly target: TargetResult;
  /** What stage 2.5 works on. Its servers start when they are first asked for. */
  readonly database: DatabaseProject;
  /** The embedded server's folder. */
  readonly serverFolder: string;
  readonly runsFolder: string;
  /** Lets go of what was opened. */
  close(): Promise<void>;
}

/** A project, or why there is none. */
export type ProjectResult =
  | { readonly status: "opened"; readonly project: Project }
  | { readonly status: "refused"; readonly diagnostics: readonly Diagnostic[] };

/** Where one environment is careful, the files that all of them run are. */
const changesFor = (environments: BuildItConfig["environments"]): DatabaseProject["changes"] =>
  Object.values(environments).some(({ apply }) => apply === "approved") ? "online" : "simple";

/**
 * Opens the application that `cwd` belongs to: the nearest one upward, or the one that the repository's `package.json`
 * names. `environment` is a name of the config's environments. Starts no server.
 */
export async function openProject(options: {
  readonly cwd: string;
  readonly environment: string;
  /** Environment variables, for targets that are named by one. */
  readonly variables: NodeJS.ProcessEnv;
  /** Told what a person should know, such as where the server's files went. */
  readonly notice?: (text: string) => void;
}): Promise<ProjectResult> {
  const appFolder = findApp(options.cwd);
  if (appFolder === undefined) return { status: "refused", diagnostics: [appMissing(options.cwd)] };
  const loaded = await loadConfig(appFolder);
  if (loaded.status === "invalid") return { status: "refused", diagnostics: loaded.diagnostics };
  const { config } = loaded;
  const environment = config.environments[options.environment];
  if (environment === undefined) {
    const known = Object.keys(config.environments);
    return { status: "refused", diagnostics: [environmentUnknown(options.environment, known)] };
  }
  const target = resolveTarget(environment.target, {
    environment: options.environment,
    defaultDatabase: config.module.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_"),
    variables: options.variables,
  });
  const workFolder = join(appFolder, ".build-it");
  const serverFolder = join(workFolder, "postgres");
  const servers = openServers({
    directory: serverFolder,
    major: config.postgres,
    target,
    notice: options.notice ?? (() => {}),
  });
  const project: Project = {
    appFolder,
    moduleFolder: resolve(appFolder, config.busm, config.module),
    config,
    environment: { name: options.environment, apply: environment.apply },
    target,
    database: {
      name: config.module,
      databaseFolder: join(appFolder, "database"),
      typesFolder: join(appFolder, "src", "generated", "database"),
      workFolder,
      changes: config.changes ?? changesFor(config.environments),
      batches: config.batches,
      target: servers.target,
      shadow: servers.shadow,
    },
    serverFolder,
    runsFolder: join(workFolder, "runs"),
    close: servers.release,
  };
  return { status: "opened", project };
}
