import { kindOf, type Step } from "@build-it/postgres-schema";
import type { Design } from "../1-design/design.ts";

/**
 * What comes before statements that make functions of `sql/schema/`: their bodies may name what comes after them, or count
 * on the search_path of whoever calls them. Those of the model's own files say their schemas, and are checked.
 */
export const bodiesUnchecked = (steps: readonly Step[], origins: Design["origins"]): string =>
  steps.some(({ subject }) => kindOf(subject) === "function" && !(subject in origins))
    ? "SET LOCAL check_function_bodies = off;\n"
    : "";
