import type { Stage } from "@build-it/stage-contract";

/** One stage of a pipeline as the runner walks over it, its types forgotten. */
export interface PipelineStep {
  /** The name its artifact has for the later stages: "configuration". */
  readonly name: string;
  readonly stage: Stage<unknown, unknown>;
  /** Takes the stage's input from the artifacts that exist by then. */
  select(artifacts: Readonly<Record<string, unknown>>): unknown;
}

/**
 * Stages in order. `Artifacts` grows with each stage, so a selector that asks for an artifact which does not exist yet, or
 * that gives a stage something else than its input, does not compile.
 */
export interface Pipeline<Artifacts extends { readonly source: unknown }, Inputs extends object> {
  readonly steps: readonly PipelineStep[];

  /** Adds a stage at the end. `select` takes its input from `source` and the artifacts of the stages before it. */
  stage<Name extends string, Input, Output>(
    name: Name & (Name extends keyof Artifacts ? never : unknown),
    stage: Stage<Input, Output>,
    select: (artifacts: Artifacts) => NoInfer<Input>,
  ): Pipeline<Artifacts & { readonly [Key in Name]: Output }, Inputs & { readonly [Key in Name]: Input }>;

  /** Puts another stage in a stage's place; it takes and gives the same. */
  replace<Name extends keyof Inputs & keyof Artifacts & string>(
    name: Name,
    stage: Stage<Inputs[Name], Artifacts[Name]>,
  ): Pipeline<Artifacts, Inputs>;
}

/** Any pipeline, where its artifacts do not matter. */
export type AnyPipeline = Pick<Pipeline<{ readonly source: unknown }, object>, "steps">;

/** The artifacts of a pipeline that ran to its end, `source` among them. */
export type ArtifactsOf<P> = P extends Pipeline<infer Artifacts, infer _Inputs> ? Artifacts : never;

const extend = <Artifacts extends { readonly source: unknown }, Inputs extends object>(
  steps: readonly PipelineStep[],
): Pipeline<Artifacts, Inputs> => ({
  steps,
  stage(name, stage, select) {
    // The runner hands over exactly the artifacts that the types promise: those of the steps before this one.
    return extend([...steps, { name, stage, select: select as PipelineStep["select"] }]);
  },
  replace(name, stage) {
    return extend(steps.map((step) => (step.name === name ? { ...step, stage } : step)));
  },
});

/** An empty pipeline over a source: `pipeline<ModuleSource>().stage("requirements", requirementsStage, …)`. */
export const pipeline = <Source>(): Pipeline<{ readonly source: Source }, Record<never, never>> => extend([]);
