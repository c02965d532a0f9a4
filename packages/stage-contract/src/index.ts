export type { Decision } from "./decision.ts";
export { ChangeGroup, MigrationPanel } from "./decision.ts";
export { Diagnostic, Severity, SourceLocation } from "./diagnostic.ts";
export { ApplyMode, Environment } from "./environment.ts";
export { PipelineEvent, StageEvent } from "./event.ts";
export type { HaltKind } from "./halt.ts";
export { exitCodeOf, HaltReason } from "./halt.ts";
export type { Stage, StageContext, StageResult } from "./stage.ts";
export { completed, halted, step } from "./stage.ts";
