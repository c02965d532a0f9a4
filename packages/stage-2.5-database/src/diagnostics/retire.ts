import type { Diagnostic } from "@build-it/stage-contract";

// What is said of retiring.

export const notRetirable = (name: string, known: readonly string[]): Diagnostic => ({
  code: "database/not_retirable",
  severity: "error",
  message: `${name} is nothing that is kept for earlier iterations.`,
  cause: "Only what left the model, and former names, can be retired. What is in the model leaves it first.",
  remedy: known.length === 0 ? "There is nothing to retire." : `There is: ${known.join(", ")}.`,
  subject: name,
});

export const buildBeforeRetiring = (): Diagnostic => ({
  code: "database/build_before_retiring",
  severity: "error",
  message: "The model asks for changes, or the database lacks iterations, so nothing is retired now.",
  cause: "What is retired goes in an iteration of its own, which does nothing else and can be taken back alone.",
  remedy: "Build first, then retire.",
});

export const retirementBreaks = (name: string, users: readonly string[]): Diagnostic => ({
  code: "database/retirement_breaks",
  severity: "error",
  message: `${name} is still used: ${users.join(", ")}.`,
  cause: "It would not work without.",
  remedy: "Change what uses it in the model and build, or retire it along with this.",
  subject: name,
});

export const retireQuestion = (
  chosen: readonly { readonly name: string; readonly since: number }[],
  label: string,
): string =>
  `Retiring ${chosen.map(({ name, since }) => `${name} (code before iteration ${since} uses it)`).join(", ")} on ${label} ends the promise that such code goes on working. Rows and values go into the archive. Go on?`;

export const retireCommand = (names: readonly string[]): string =>
  `build-it retire ${names.map((name) => (/^[\w.]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`)).join(" ")} --yes`;
