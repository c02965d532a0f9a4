import { findLines } from "./find-lines.ts";
import type { Finding, TextFile } from "./repository.ts";

// Put together, so that this file does not match itself.
const plan = new RegExp(`\\b(${["TO", "DO"].join("")}|${["FIX", "ME"].join("")}|${"X".repeat(3)})\\b`);

/** Plans in the code: they belong to issues. */
export const checkPlans = (files: readonly TextFile[]): readonly Finding[] =>
  findLines(
    // Its hashes may spell anything.
    files.filter(({ path }) => path !== "pnpm-lock.yaml"),
    plan,
    "is a plan: file an issue",
  );
