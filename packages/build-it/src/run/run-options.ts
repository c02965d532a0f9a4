import type { Decision, Environment, PipelineEvent } from "@build-it/stage-contract";

/** Answers the questions that stages ask. */
export type Decide = <Choice extends string>(question: Decision<Choice>) => Promise<Choice>;

/** What a run takes besides its stages. */
export interface RunOptions {
  /** Absolute: each run gets a folder in it. */
  readonly runsFolder: string;
  /** False for a run that only answers a question, as `status` does: it leaves nothing on disk. True without it. */
  readonly kept?: boolean;
  readonly environment: Environment;
  /** Aborted: the stage under way is asked to stop, later ones do not begin, and the run ends as cancelled. */
  readonly signal: AbortSignal;
  now(): Date;
  readonly decide: Decide;
  /** Hears every event, as it is also written to the run's `events.ndjson`. */
  readonly onEvent?: (event: PipelineEvent) => void;
}

/** Answers as if nobody was there to ask. */
export const answerUnattended: Decide = async (question) => question.unattended;
