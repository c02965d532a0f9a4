/** A hand-written file that changes rows, run once as part of an iteration. */
export interface SqlStep {
  /** `fill_phone` of `fill_phone.before.sql`. */
  readonly name: string;
  /** Whether it runs before or after the schema changes. */
  readonly when: "before" | "after";
  /** As records and messages have it: `steps/fill_phone.before.sql`. */
  readonly file: string;
  /** As it stands in the migration: the statements, each ended, with their comments; or the call of a TypeScript step. */
  readonly sql: string;
  /** SHA-256 of the file. */
  readonly checksum: string;
  /** Null where the file says that there is none. */
  readonly reverse: StepReverse | null;
}

export interface StepReverse {
  readonly file: string;
  readonly sql: string;
  readonly checksum: string;
}

/** The steps that run at one side of the schema changes, in the order of their names. */
export const stepsAt = (steps: readonly SqlStep[], when: SqlStep["when"]): readonly SqlStep[] =>
  steps.filter((step) => step.when === when);

/** The steps in the order they run. */
export const inOrder = (steps: readonly SqlStep[]): readonly SqlStep[] => [
  ...stepsAt(steps, "before"),
  ...stepsAt(steps, "after"),
];

/** What the iteration record says of a step. */
export const recordedStep = ({ file, checksum, reverse }: SqlStep) => ({
  file,
  checksum,
  reverse: reverse === null ? null : { file: reverse.file, checksum: reverse.checksum },
});
