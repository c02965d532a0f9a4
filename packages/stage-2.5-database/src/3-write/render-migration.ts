import type { Plan, Step } from "@build-it/postgres-schema";
import type { ChangeSummary } from "./summarize-changes.ts";

export interface MigrationHeader {
  readonly title: "Migration" | "Rollback";
  readonly file: string;
  readonly generatedAt: Date;
  readonly iteration: number;
  readonly summary: ChangeSummary;
  /** The file that takes this one back, or that this one takes back. */
  readonly counterpart: string;
}

/**
 * A plan as a file. There is no BEGIN and no COMMIT in it: whoever runs it, BUILD IT or the Supabase CLI, runs the whole
 * file in one transaction together with its history row.
 */
export function renderMigration(plan: Plan, header: MigrationHeader): string {
  const hazards = [...new Set(plan.steps.flatMap((step) => step.hazards))].sort();
  const lines = [
    `${header.title}: ${header.file}`,
    `Generated: ${header.generatedAt.toISOString().slice(0, 19).replace("T", " ")} UTC`,
    `Iteration: ${header.iteration}`,
    `${header.title === "Migration" ? "Rollback" : "Takes back"}: ${header.counterpart}`,
    `Changes: ${describeCounts(header.summary)}`,
    `Hazards: ${hazards.length === 0 ? "none" : hazards.join(", ")}`,
    "Mode: one transaction, opened by whoever runs this file",
  ];
  return `${lines.map((line) => `-- ${oneLine(line)}`).join("\n")}\n\n${statementsOf(plan.steps)}`;
}

/** The statements of a plan, as the iteration record lists them. */
export const procedureOf = (plan: Plan): string[] => plan.steps.map((step) => step.sql.text);

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

export function describeCounts({ tables, columns, relationships, renamed }: ChangeSummary): string {
  const parts = [
    count(tables.created.length, "table", "created"),
    count(columns.added.length, "column", "added"),
    count(columns.modified.length, "column", "changed"),
    count(relationships.added.length, "relationship", "added"),
    count(renamed.length, "name", "changed"),
    count(columns.deleted.length, "column", "dropped"),
    count(tables.deleted.length, "table", "dropped"),
  ].filter((part) => part !== "");
  if (parts.length > 0) return parts.join(", ");
  return tables.modified.length > 0 ? count(tables.modified.length, "table", "changed") : "schema objects changed";
}

const count = (number: number, noun: string, verb: string): string =>
  number === 0 ? "" : `${number} ${noun}${number === 1 ? "" : "s"} ${verb}`;

/** A name with a line break in it would end the comment. */
const oneLine = (text: string): string => text.replaceAll(/[\r\n\u2028\u2029\u0085\v\f]+/g, " ");
