/** What the command line tells of stage 2.5's artifact. */
export interface DatabaseOutcome {
  readonly iteration: number;
  readonly state: string;
  readonly target: string;
  readonly applied: readonly number[];
  readonly schemaFingerprint: string;
}

/** Reads it from a run's artifacts, which a project's config may have changed; undefined where the run has none. */
export function readDatabaseOutcome(artifact: unknown): DatabaseOutcome | undefined {
  if (typeof artifact !== "object" || artifact === null || !("applied" in artifact)) return undefined;
  const { iteration, state, target, applied, schemaFingerprint } = artifact as DatabaseOutcome;
  return { iteration, state, target, applied, schemaFingerprint };
}

/** What stage 6 left: a folder, and in development the command that serves it. */
export interface DeploymentOutcome {
  readonly bundle: string;
  readonly command?: string;
}

/** Reads it from a run's artifacts; undefined where the run has none. */
export function readDeploymentOutcome(artifact: unknown): DeploymentOutcome | undefined {
  if (typeof artifact !== "object" || artifact === null || !("bundle" in artifact)) return undefined;
  return artifact as DeploymentOutcome;
}
