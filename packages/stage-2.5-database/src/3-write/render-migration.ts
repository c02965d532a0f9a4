import type { PartRun, Step } from "@build-it/postgres-schema";
import type { StepTexts } from "../data-steps/render-steps.ts";
import type { ChangeSummary } from "./summarize-changes.ts";

export interface MigrationHeader {
  readonly title: "Migration" | "Rollback";
  readonly file: string;
  readonly generatedAt: Date;
  readonly iteration: number;
  readonly summary: ChangeSummary;
  /** The file that takes this one back, or that this one takes back. */
  readonly counterpart: string;
  /** Which of the iteration's parts it is, from 1. */
  readonly part: number;
  readonly of: number;
  /** Names of the iterations that a baseline stands for. */
  readonly folds?: readonly string[];
  readonly run: PartRun;
  /** What data steps run around the plan. */
  readonly steps: StepTexts;
  /** What is set before the statements, as SQL; empty for nothing. */
  readonly settings: string;
}

/**
 * Steps as a file. There is no BEGIN and no COMMIT in it: whoever runs it runs the whole file in one transaction together
 * with its history row, or in the way that the header says.
 */
export function renderMigration(steps: readonly Step[], header: MigrationHeader): string {
  const hazards = [...new Set(steps.flatMap((step) => step.hazards))].sort();
  const lines = [
    `${header.title}: ${header.file}`,
    `Generated: ${header.generatedAt.toISOString().slice(0, 19).replace("T", " ")} UTC`,
    `Iteration: ${header.iteration}`,
    ...(header.of === 1 ? [] : [`Part: ${header.part} of ${header.of}`]),
    ...(header.folds === undefined ? [] : [`Folds: ${header.folds.join(", ")}`]),
    `${header.title === "Migration" ? "Rollback" : "Takes back"}: ${header.counterpart}`,
    `Changes: ${describeCounts(header.summary)}`,
    `Hazards: ${hazards.length === 0 ? "none" : hazards.join(", ")}`,
    `Mode: ${describeRun(header.run)}`,
  ];
  const { before, after } = header.steps;
  const blocks = [header.settings, before, steps.length === 0 ? "" : statementsOf(steps), after];
  return `${lines.map((line) => `-- ${oneLine(line)}`).join("\n")}\n\n${blocks.filter((text) => text !== "").join("\n")}`;
}

function describeRun(run: PartRun): string {
  switch (run.mode) {
    case "transaction":
      return "one transaction, opened by whoever runs this file";
    case "concurrently":
      return "no transaction, so that others write while the index is built or dropped";
    case "batches":
      return `batches by ranges of the key of ${run.table.schema}.${run.table.name}, each in a transaction of its own`;
  }
}

/** The statements of a plan, as the iteration record lists them. */
export const procedureOf = (steps: readonly Step[]): string[] => steps.map((step) => step.sql.text);

function statementsOf(steps: readonly Step[]): string {
  const blocks: string[] = [];
  let previous: string | undefined;
  for (const step of steps) {
    // A blank line where the object changes, so that a reader sees what belongs together.
    const separator = previous === undefined ? "" : previous === step.subject ? "\n" : "\n\n";
    blocks.push(`${separator}${step.sql.text};`);
    previous = step.subject;
  }
  return `${blocks.join("")}\n`;
}

export function describeCounts({ tables, columns, relationships, renamed, dataSteps }: ChangeSummary): string {
  const named = [
    count(tables.created.length, "table", "created"),
    count(columns.added.length, "column", "added"),
    count(columns.modified.length, "column", "changed"),
    count(relationships.added.length, "relationship", "added"),
    count(renamed.length, "name", "changed"),
    count(columns.deleted.length, "column", "dropped"),
    count(tables.deleted.length, "table", "dropped"),
  ].filter((part) => part !== "");
  const changed = named.length > 0 ? named : [count(tables.modified.length, "table", "changed")];
  const steps = dataSteps.length === 0 ? "" : `${dataSteps.length} data ${dataSteps.length === 1 ? "step" : "steps"}`;
  return [...changed, steps].filter((part) => part !== "").join(", ") || "schema objects changed";
}

const count = (number: number, noun: string, verb: string): string =>
  number === 0 ? "" : `${number} ${noun}${number === 1 ? "" : "s"} ${verb}`;

/** A name with a line break in it would end the comment. */
const oneLine = (text: string): string => text.replaceAll(/[\r\n\u2028\u2029\u0085\v\f]+/g, " ");
