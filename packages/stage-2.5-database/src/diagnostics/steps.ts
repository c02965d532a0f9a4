import type { Diagnostic, SourceLocation } from "@build-it/stage-contract";

// What is said of data steps.

export const stepNameRefused = (file: string): Diagnostic => ({
  code: "database/step_name_refused",
  severity: "error",
  message: `${file} is not named as a data step.`,
  cause: "The name says when a step runs, and its place among the others.",
  remedy:
    "Call it <name>.before.sql or <name>.after.sql, its reverse <name>.before.reverse.sql or <name>.after.reverse.sql; in TypeScript <name>.before.ts or <name>.after.ts; with letters a-z, digits, - and _ in the name.",
  subject: file,
});

export const reverseWithoutStep = (file: string, step: string): Diagnostic => ({
  code: "database/reverse_without_step",
  severity: "error",
  message: `${file} takes back a step that is not there, or that an iteration has taken already.`,
  cause: "A step and its reverse are rehearsed and recorded together.",
  remedy: `Add ${step}, or remove ${file}.`,
  subject: file,
});

export const stepWithoutReverse = (file: string): Diagnostic => ({
  code: "database/step_without_reverse",
  severity: "error",
  message: `${file} does not say how it is taken back.`,
  cause: "Every iteration can be taken back; what a hand-written step did, nobody else knows how to undo.",
  remedy: file.endsWith(".ts")
    ? 'Export a function `down`, or `export const reverse = "none"`: what it did then stays when its iteration is rolled back, which asks first.'
    : `Write ${file.replace(/\.sql$/, ".reverse.sql")} beside it, or make \`-- reverse: none\` its first line: what it did then stays when its iteration is rolled back, which asks first.`,
  subject: file,
});

export const stepTwiceReversed = (file: string, reverse: string): Diagnostic => ({
  code: "database/step_twice_reversed",
  severity: "error",
  message: `${file} says \`-- reverse: none\`, and ${reverse} is there.`,
  remedy: "Remove one of the two.",
  subject: file,
});

export const stepTakenEdited = (file: string, iteration: number): Diagnostic => ({
  code: "database/step_taken_edited",
  severity: "error",
  message: `${file} was edited after iteration ${iteration} had taken it.`,
  cause: "Its text is part of that iteration's migration, which is never written again: the edit would do nothing.",
  remedy: `Take it back from version control (\`git checkout -- <file>\`), and write what is to be done now as a step with another name.`,
  subject: file,
});

export const stepEmpty = (file: string): Diagnostic => ({
  code: "database/step_empty",
  severity: "error",
  message: `${file} has no statement.`,
  remedy: "Write one, or remove the file.",
  subject: file,
});

export const stepNotTypescript = (file: string, problem: string, line: number | null): Diagnostic => ({
  code: "database/step_not_typescript",
  severity: "error",
  message: `${file} cannot be loaded: ${problem}.`,
  cause: "A step in TypeScript is part of its migration, so it can import nothing but kysely, and types.",
  remedy:
    "Export a function `up` that takes a Kysely, and correct what does not load. Nothing was written and nothing was applied.",
  ...(line === null ? { subject: file } : { location: { file, line, column: 1 } }),
});

export const stepTypesRefused = (errors: string): Diagnostic => ({
  code: "database/step_types_refused",
  severity: "error",
  message: `A data step does not fit the tables:\n${errors.trim()}`,
  cause:
    "A step before the schema change meets the tables of the previous iteration, .build-it/step-types/before; one after it those of the new one, .build-it/step-types/after.",
  remedy: "Correct the step. Nothing was written and nothing was applied.",
});

export const stepFailed = (file: string, problem: string): Diagnostic => ({
  code: "database/step_failed",
  severity: "error",
  message: `${file} failed: ${problem}.`,
  cause: "It runs inside the transaction of its migration, which was taken back with it.",
  remedy: "Correct the step, as long as no iteration has taken it, and run again.",
  subject: file,
});

export const stepNotSql = (problem: string, location: SourceLocation): Diagnostic => ({
  code: "database/step_not_sql",
  severity: "error",
  message: `${location.file} is not SQL that PostgreSQL understands: ${problem}.`,
  remedy: "Correct the statement at this place. Nothing was written and nothing was applied.",
  location,
});

export const stepStatementRefused = (words: string, reason: string, location: SourceLocation): Diagnostic => ({
  code: "database/step_statement_refused",
  severity: "error",
  message: `${words} … cannot stand in a data step.`,
  cause: reason,
  remedy: "A step changes rows: INSERT, UPDATE, DELETE, MERGE, TRUNCATE, SELECT, WITH, CALL, DO, LOCK.",
  location,
});

export const stepNameUnqualified = (name: string, location: SourceLocation): Diagnostic => ({
  code: "database/step_name_unqualified",
  severity: "error",
  message: `${name} is written without its schema.`,
  cause: "A migration runs with an empty search_path, so that whoever runs it, it means the same.",
  remedy: `Write public.${name}.`,
  subject: name,
  location,
});

export const stepRefusedByRows = (file: string, message: string): Diagnostic => ({
  code: "database/step_refused_by_rows",
  severity: "error",
  message: `${file} was tried on the rows that are there, and PostgreSQL refused it: ${message}`,
  cause: "It runs before the schema changes, on these rows. The try was taken back.",
  remedy: "Mend the step, or the rows that it meets. Nothing was written and nothing was applied.",
  subject: file,
});

export const stepsWereRehearsed = (files: readonly string[]): Diagnostic => ({
  code: "database/steps_were_rehearsed",
  severity: "note",
  message: `${files.join(", ")} ${files.length === 1 ? "was" : "were"} rehearsed too: up, down and up again, on tables without rows.`,
  cause:
    "A data step changes rows, never the schema, which comes from the model alone; and it can run again after its rollback.",
  remedy:
    "Take out of it what changes the schema. Where the second time is refused, give it a reverse, or let it pass over what is done already (ON CONFLICT DO NOTHING).",
});

export const stepWithoutWayBack = (file: string, iteration: number): Diagnostic => ({
  code: "database/step_without_way_back",
  severity: "error",
  message: `What ${file} did to rows in iteration ${iteration} stays: it says that there is no reverse.`,
  cause: "The schema goes back, these rows do not; and when the iteration is applied again, the step runs again.",
  remedy: "Put the rows right by hand afterwards, where that is needed.",
  subject: file,
});
