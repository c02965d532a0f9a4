import type { OnlinePart, Step } from "@build-it/postgres-schema";
import type { MeasuredStatement } from "./measure-statement.ts";
import { filesOf, type ModelChange } from "./model-changes.ts";

/** A step, and what it did. */
export interface MeasuredStep extends MeasuredStatement {
  readonly step: Step;
}

/** A part of a change that others work on, and what it did. */
export interface MeasuredPart {
  readonly purpose: OnlinePart["purpose"];
  readonly mode: OnlinePart["run"]["mode"];
  readonly steps: readonly MeasuredStep[];
}

/** A change on a real server, there and back. */
export interface MeasuredChange {
  readonly change: ModelChange;
  readonly classes: readonly string[];
  readonly forward: readonly MeasuredStep[];
  /** The way there while others work on the database; empty where it is the same. */
  readonly online: readonly MeasuredPart[];
  readonly back: readonly MeasuredStep[];
  /** How many rows there were, and how many there were after the change. */
  readonly rowsBefore: number;
  readonly rowsAfterwards: number;
  /** Whether every row was as before after the way back. */
  readonly comesBack: boolean;
}

/** A chapter of docs/changes.md. */
export function describeChange({ change, classes, forward, online, back, comesBack }: MeasuredChange): string {
  return `## ${change.title}

${classes.join(", ")}; ${costsOf(forward)}

\`\`\`diff
${differenceOf(change)}
\`\`\`

\`\`\`sql
${forward.map(describeStep).join("\n\n")}
\`\`\`
${online.length === 0 ? "" : describeOnline(online)}
Rollback (${costsOf(back)}), after which ${comesBack ? "every row is as it was" : "rows are there, and not as they were"}:

\`\`\`sql
${back.map(describeStep).join("\n\n")}
\`\`\`
`;
}

const describeOnline = (parts: readonly MeasuredPart[]): string => `
While others work on the database (${costsOf(parts.flatMap(({ steps }) => steps))}):

\`\`\`sql
${parts.map(describePart).join("\n\n")}
\`\`\`
`;

const modes = {
  transaction: "one transaction",
  concurrently: "no transaction",
  batches: "in batches",
} as const satisfies Record<MeasuredPart["mode"], string>;

const describePart = ({ purpose, mode, steps }: MeasuredPart, index: number): string =>
  `-- ${index + 1}. ${purpose}: ${modes[mode]}\n${steps.map(describeStep).join("\n\n")}`;

/** `AccessExclusiveLock` -> `ACCESS EXCLUSIVE`. */
const wordsOf = (lock: string): string =>
  lock
    .replace(/Lock$/, "")
    .replaceAll(/(?<=[a-z])[A-Z]/g, " $&")
    .toUpperCase();

function costsOf(steps: readonly MeasuredStep[]): string {
  const rewritten = [...new Set(steps.flatMap((step) => step.rewritten))];
  const verified = [...new Set(steps.flatMap((step) => step.verified))];
  return [
    rewritten.length === 0 ? "no rewrite" : `rewrites ${rewritten.join(", ")}`,
    ...(verified.length === 0 ? [] : [`reads ${verified.join(", ")} whole`]),
  ].join(", ");
}

function describeStep({ step, locks, rewritten, verified }: MeasuredStep): string {
  const costs = [
    ...[...locks].sort().map(([table, lock]) => `${wordsOf(lock)} on ${table}`),
    ...rewritten.map((table) => `rewrites ${table}`),
    ...verified.map((table) => `reads ${table}`),
  ];
  return `-- ${costs.length === 0 ? "no lock on a table that was there" : costs.join("; ")}\n${step.sql.text};`;
}

/** What a person changes in the files. */
function differenceOf(change: ModelChange): string {
  const [before, after] = filesOf(change);
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (path) => path !== "module.yaml" && before[path] !== after[path],
  );
  return paths
    .map((path) => {
      const [from, to] = [linesOf(before[path]), linesOf(after[path])];
      const gone = from.filter((line) => !to.includes(line)).map((line) => `-${line}`);
      const come = to.filter((line) => !from.includes(line)).map((line) => `+${line}`);
      return [`--- a/${path}`, `+++ b/${path}`, ...gone, ...come].join("\n");
    })
    .join("\n");
}

const linesOf = (text = ""): readonly string[] => text.split("\n").filter((line) => line !== "");
