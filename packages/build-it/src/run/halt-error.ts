import type { Diagnostic, HaltReason } from "@build-it/stage-contract";

/**
 * Thrown where a stage asks for something that cannot be had, such as a database that is not reachable. The runner makes
 * a halt of it: for the person it is an expected stop like any other.
 */
export class HaltError extends Error {
  override readonly name = "HaltError";
  readonly reason: HaltReason;
  readonly diagnostics: readonly Diagnostic[];
  constructor(kind: HaltReason["kind"], diagnostic: Diagnostic, ...more: readonly Diagnostic[]) {
    super(diagnostic.message);
    this.reason = { kind, message: diagnostic.message };
    this.diagnostics = [diagnostic, ...more];
  }
}
