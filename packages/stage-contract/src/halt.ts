import { z } from "zod";

/**
 * Why a stage stopped, as expected stops go. The exit code of the command follows from the kind (`exitCodeOf`).
 */
export const HaltReason = z.object({
  kind: z.enum([
    "invalid_model",
    "invalid_output",
    "approval_required",
    "drift",
    "verification_failed",
    "breaking_change",
    "locked",
    "history_mismatch",
    "target_unavailable",
    "cancelled",
  ]),
  /** One sentence: why the stage stopped. The diagnostics carry the details. */
  message: z.string(),
  /** The command that leads on, where there is one: `build-it approve 4`. */
  nextCommand: z.string().optional(),
});
export type HaltReason = z.infer<typeof HaltReason>;
/** The kinds of expected stops. */
export type HaltKind = HaltReason["kind"];

/** 0 is done; 64 (usage) is the command line's own. */
const exitCodes = {
  invalid_model: 1,
  invalid_output: 1,
  target_unavailable: 1,
  approval_required: 3,
  drift: 4,
  verification_failed: 4,
  breaking_change: 5,
  locked: 6,
  history_mismatch: 7,
  cancelled: 130,
} as const satisfies Record<HaltKind, number>;

/** The process exit code for a halt. */
export const exitCodeOf = (kind: HaltKind): number => exitCodes[kind];
