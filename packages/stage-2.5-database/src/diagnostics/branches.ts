import type { Diagnostic } from "@build-it/stage-contract";

// What is said where two branches met.

export const branchesMet = (file: string): Diagnostic => ({
  code: "database/branches_met",
  severity: "error",
  message: `${file} holds what two branches wrote: a merge left both sides in it.`,
  cause:
    "Both branches made this iteration. Only one of them can follow the one before; the other has to come after it.",
  remedy:
    "`build-it rebase` takes the other branch's files as they are, and makes this branch's iteration anew behind them.",
  subject: file,
});

export const iterationTwice = (file: string): Diagnostic => ({
  code: "database/iteration_twice",
  severity: "error",
  message: `${file} has the number of an iteration that is recorded with another file.`,
  cause: "Two branches both made this iteration and were merged, with the record of one of them.",
  remedy:
    "`build-it rebase` takes the other branch's files as they are, and makes this branch's iteration anew behind them.",
  subject: file,
});

export const rebaseWantsRef = (): Diagnostic => ({
  code: "database/rebase_wants_ref",
  severity: "error",
  message: "There is no merge that says which branch is the other one.",
  remedy: "Name it: `build-it rebase --onto main`.",
});

export const gitRefused = (ref: string, reason: string): Diagnostic => ({
  code: "database/git_refused",
  severity: "error",
  message: `The files under database/ cannot be read from git at ${ref}: ${reason}`,
  cause: "The other branch's iterations are taken from there.",
  remedy: "Fetch it, or name a branch or commit that there is: `build-it rebase --onto origin/main`.",
  subject: ref,
});

export const branchUnreadable = (ref: string): Diagnostic => ({
  code: "database/branch_unreadable",
  severity: "error",
  message: `The files under database/ of ${ref} do not hold by themselves.`,
  cause: "A rebase needs two chains that are whole: the other branch's to build on, this one's to take back.",
  remedy: "Mend them on that branch first: `build-it status` says what is wrong.",
  subject: ref,
});

export const appliedElsewhere = (file: string, environment: string, label: string): Diagnostic => ({
  code: "database/applied_elsewhere",
  severity: "error",
  message: `${label} has ${file} from the environment ${environment}.`,
  cause:
    "What is applied where it counts is never made anew: that database would hold an iteration that no file knows.",
  remedy: "Let the other branch be rebased onto this one.",
  subject: file,
});

export const rebaseIntoFolded = (baseline: string, common: number, label: string): Diagnostic => ({
  code: "database/rebase_into_folded",
  severity: "error",
  message: `The branches part at iteration ${common}, which the other one has folded into ${baseline} since.`,
  cause: `${label} has this branch's iterations. Taken back to ${common}, it would be where no migration leads on.`,
  remedy:
    "Rebase onto the commit before the squash first (`build-it rebase --onto <commit>`) and build, then take the squash.",
  subject: baseline,
});

export const stepLost = (file: string, iteration: number): Diagnostic => ({
  code: "database/step_lost",
  severity: "error",
  message: `database/${file}, which iteration ${iteration} took in, is no more there.`,
  cause: "The iteration is made anew from the model and its data steps.",
  remedy: "Take it back from version control (`git checkout <branch> -- <file>`).",
  subject: file,
});

export const approvalVanished = (file: string, environment: string, approvedBy: string): Diagnostic => ({
  code: "database/approval_vanished",
  severity: "warning",
  message: `The approval of ${file} for ${environment} by ${approvedBy} is gone with it.`,
  cause: "An approval is for a text, and that text is made anew.",
  remedy: `Review the new migration, and approve it: \`build-it approve --env ${environment}\`.`,
  subject: file,
});
