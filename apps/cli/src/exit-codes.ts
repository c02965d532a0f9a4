/** Exit codes that are the command's own; those of halts come from `exitCodeOf` of the stage contract. */
export const exitCodes = {
  done: 0,
  /** Anything that went wrong and has no code of its own; also a bug. */
  error: 1,
  /** Something is pending, where `--detailed-exitcode` or `--exit-code` asks for it. */
  pending: 2,
  /** `diff` found a difference. */
  different: 2,
  approvalRequired: 3,
  drift: 4,
  historyMismatch: 7,
  /** The command was typed wrongly. */
  usage: 64,
  interrupted: 130,
} as const;
