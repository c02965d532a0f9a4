import type { Plan, Step } from "../../src/index.ts";

/** The statements of a plan for a reviewer, each with what it costs. */
export const describePlan = (title: string, { steps }: Plan): string =>
  [`-- ${title}\n`, ...(steps.length === 0 ? ["-- nothing\n"] : steps.map(describeStep))].join("\n");

const describeStep = ({ sql, lock, hazards, transactional }: Step): string => {
  const costs = [
    `lock: ${lock}`,
    ...(hazards.length === 0 ? [] : [`hazards: ${hazards.join(", ")}`]),
    ...(transactional ? [] : ["not in a transaction"]),
  ];
  return `-- ${costs.join("; ")}\n${sql.text};\n`;
};
