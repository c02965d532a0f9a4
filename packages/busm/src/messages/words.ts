import type { Location, ModelProblem } from "../model-problem.ts";

/** What every message of the package is made of: what is wrong, why, and what to write instead. */

type Words = Omit<ModelProblem, "code" | "severity" | "location">;

export const error = (what: string, location: Location, words: Words): ModelProblem => ({
  code: `busm/${what}`,
  severity: "error",
  ...words,
  location,
});

export const meant = (suggestion: string | undefined): string =>
  suggestion === undefined ? "" : ` Did you mean \`${suggestion}\`?`;

export const listed = (names: readonly unknown[]): string => names.map((name) => `\`${String(name)}\``).join(", ");

export const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

export const describe = (value: unknown): string => {
  if (value === null || value === undefined) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "keys and values";
  if (typeof value === "string") return `the text "${shorten(value)}"`;
  return `${typeof value === "number" ? "the number " : ""}\`${String(value)}\``;
};

export const cutOff = "Longer names are cut off without an error, so that two of them can become one.";
