import type { ModelProblem } from "@build-it/busm";
import type { Diagnostic, HaltReason, SourceLocation } from "@build-it/stage-contract";

/** Every message of the package. What is wrong in a file is said by `@build-it/busm`, and passed on as it is. */

export const invalidModel = (module: string, problems: readonly ModelProblem[]): HaltReason => {
  const errors = problems.filter((problem) => problem.severity === "error");
  const files = new Set(errors.map((problem) => problem.location.file));
  return {
    kind: "invalid_model",
    message: `The model of \`${module}\` has ${count(errors.length, "error")} in ${count(files.size, "file")}.`,
  };
};

const count = (many: number, thing: string): string => `${many} ${thing}${many === 1 ? "" : "s"}`;

export const entityNotSelected = (entity: string, location: SourceLocation | undefined): Diagnostic => ({
  code: "requirements/entity_not_selected",
  severity: "note",
  message: `\`${entity}\` is in no sub-module, so it is left out.`,
  cause: "The application is made of the entities that sub-modules select, and of those that they refer to.",
  remedy: `Add \`${entity}\` to the entities of a sub-module in module.yaml.`,
  subject: entity,
  location,
});
