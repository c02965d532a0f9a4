import { type SqlStep, stepsAt } from "./sql-step.ts";

/** Statements of steps around the statements of a plan. */
export interface StepTexts {
  readonly before: string;
  readonly after: string;
}

/** The steps as a migration has them: those before the schema changes, and those after. */
export const renderSteps = (steps: readonly SqlStep[]): StepTexts => ({
  before: render(stepsAt(steps, "before"), ({ file, sql }) => ({ title: `Data step: ${file}`, sql })),
  after: render(stepsAt(steps, "after"), ({ file, sql }) => ({ title: `Data step: ${file}`, sql })),
});

/** Their reverses as a rollback has them: what came last is taken back first. */
export const renderReverses = (steps: readonly SqlStep[]): StepTexts => ({
  before: render(stepsAt(steps, "after").toReversed(), reverseOf),
  after: render(stepsAt(steps, "before").toReversed(), reverseOf),
});

interface Block {
  readonly title: string;
  readonly sql: string | null;
}

const reverseOf = ({ file, reverse }: SqlStep): Block =>
  reverse === null
    ? { title: `Data step: ${file} has no reverse; what it did stays`, sql: null }
    : { title: `Data step taken back: ${reverse.file}`, sql: reverse.sql };

// PostgreSQL alters no table that still has a deferred check to make.
const settled = "SET CONSTRAINTS ALL IMMEDIATE;\n";

function render(steps: readonly SqlStep[], blockOf: (step: SqlStep) => Block): string {
  const blocks = steps.map(blockOf);
  const text = blocks.map(({ title, sql }) => `-- ${title}\n${sql === null ? "" : `${sql}\n`}`).join("\n");
  return blocks.some(({ sql }) => sql !== null) ? `${text}${settled}` : text;
}

/** The statements of the reverses, as the iteration record lists them around those of the plan. */
export const reverseStatements = (steps: readonly SqlStep[], when: SqlStep["when"]): readonly string[] =>
  stepsAt(steps, when)
    .toReversed()
    .flatMap(({ reverse }) => (reverse === null ? [] : [reverse.sql.replace(/;$/, "")]));
