import { z } from "zod";
import { MigrationPanel } from "./decision.ts";
import { Diagnostic } from "./diagnostic.ts";
import { HaltReason } from "./halt.ts";

/** What a stage says while it runs; the terminal, the web page and the log read the same. */
export const StageEvent = z.discriminatedUnion("type", [
  /** A step of a stage began: "rehearse", "Rehearsing on the shadow database". */
  z.object({ type: z.literal("step_started"), step: z.string(), title: z.string() }),
  /** `detail` says what came of it: "2 tables, 14 columns". */
  z.object({
    type: z.literal("step_completed"),
    step: z.string(),
    detail: z.string().optional(),
    elapsedMs: z.number(),
  }),
  /** `total` may be an estimate. */
  z.object({
    type: z.literal("progress"),
    step: z.string(),
    done: z.number(),
    total: z.number(),
    ratePerSecond: z.number().optional(),
    remainingMs: z.number().optional(),
  }),
  z.object({ type: z.literal("diagnostic"), diagnostic: Diagnostic }),
]);
export type StageEvent = z.infer<typeof StageEvent>;

/** What the pipeline says: its own turns, and each stage's events with the stage's name. */
export const PipelineEvent = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("run_started"),
    runId: z.string(),
    environment: z.string(),
    stages: z.array(z.object({ name: z.string(), title: z.string() })),
  }),
  z.object({ type: z.literal("stage_started"), stage: z.string(), title: z.string() }),
  z.object({ type: z.literal("stage_event"), stage: z.string(), event: StageEvent }),
  z.object({
    type: z.literal("decision_asked"),
    stage: z.string(),
    kind: z.string(),
    question: z.string(),
    panel: MigrationPanel.optional(),
  }),
  z.object({ type: z.literal("decision_answered"), stage: z.string(), kind: z.string(), choice: z.string() }),
  z.object({ type: z.literal("stage_completed"), stage: z.string(), elapsedMs: z.number() }),
  z.object({ type: z.literal("stage_halted"), stage: z.string(), reason: HaltReason, elapsedMs: z.number() }),
  /** A stage threw: a bug of ours. `logFile` holds the stack. */
  z.object({
    type: z.literal("stage_failed"),
    stage: z.string(),
    message: z.string(),
    logFile: z.string(),
    elapsedMs: z.number(),
  }),
  z.object({
    type: z.literal("run_finished"),
    status: z.enum(["completed", "halted", "failed"]),
    elapsedMs: z.number(),
  }),
]);
export type PipelineEvent = z.infer<typeof PipelineEvent>;
