import type { Problem } from "../wire.ts";

/** An answer that says no. */
export class HttpProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

export const badRequest = (detail: string): HttpProblem =>
  new HttpProblem({ status: 400, title: "The request cannot be read.", detail });
export const notFound = (): HttpProblem => new HttpProblem({ status: 404, title: "There is nothing here to see." });
export const notAllowed = (): HttpProblem => new HttpProblem({ status: 405, title: "This cannot be done here." });
export const refused = (detail: string): HttpProblem =>
  new HttpProblem({ status: 403, title: "You may not do this.", detail });
export const signedOut = (): HttpProblem =>
  new HttpProblem({ status: 403, title: "You may not see or do this.", detail: "You are not signed in." });
export const invalidInput = (errors: Readonly<Record<string, string>>): HttpProblem =>
  new HttpProblem({ status: 422, title: "Please look at the marked fields.", errors });

interface DatabaseError {
  readonly code: string;
  readonly column?: string;
}

const isDatabaseError = (error: unknown): error is DatabaseError =>
  error instanceof Error && "code" in error && typeof error.code === "string" && /^[0-9A-Z]{5}$/.test(error.code);

const none: Problem = {
  status: 500,
  title: "Something went wrong.",
  detail: "The server's log says what.",
};

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const problems: Readonly<Record<string, Problem>> = {
  "22001": { status: 422, title: "A text is too long." },
  "22003": { status: 422, title: "A number is too large." },
  "22P02": { status: 422, title: "A value has the wrong form." },
  // An immutable field, too, is refused by this.
  "23001": { status: 409, title: "This cannot be changed any more, or another row needs it." },
  "23502": { status: 422, title: "A value is missing." },
  "23503": { status: 409, title: "Another row needs this one, or it needs one that is not there." },
  "23505": { status: 409, title: "There is already one like this." },
  "23514": { status: 422, title: "A value breaks a rule of the data." },
  "23P01": { status: 409, title: "This overlaps with another." },
  "42501": { status: 403, title: "You may not see or do this." },
  "40001": { status: 409, title: "Somebody changed this at the same time. Please try again." },
  "40P01": { status: 409, title: "Somebody changed this at the same time. Please try again." },
  "57014": { status: 503, title: "This took too long." },
};

/** What the browser is told. Never a stack, never SQL: what is not expected is for the log alone. */
export function problemOf(error: unknown): { readonly problem: Problem; readonly expected: boolean } {
  if (error instanceof HttpProblem) return { problem: error.problem, expected: true };
  if (!isDatabaseError(error)) return { problem: none, expected: false };
  const known = problems[error.code] ?? (error.code.startsWith("22") ? problems["22P02"] : undefined);
  if (known === undefined) return { problem: none, expected: false };
  const errors =
    error.code === "23502" && error.column !== undefined ? { [error.column]: "Please fill this in." } : undefined;
  return { problem: { ...known, ...(errors === undefined ? {} : { errors }) }, expected: true };
}
