import type { Rule } from "./rules.ts";

/** What is wrong with a value, as the person who entered it should read it; null when nothing is. */
export function checkValue(rule: Rule<unknown>, value: unknown): string | null {
  if (value === null || value === undefined || value === "") return rule.required ? "Please fill this in." : null;
  switch (rule.kind) {
    case "text":
      return checkText(rule, value);
    case "number":
    case "integer":
      if (typeof value !== "number" || !Number.isFinite(value)) return "Please enter a number.";
      if (rule.kind === "integer" && !Number.isSafeInteger(value)) return "Please enter a whole number.";
      return checkRange(rule, value);
    case "decimal":
      return isDecimal(value) ? checkRange(rule, Number(value)) : "Please enter a number.";
    case "boolean":
      return typeof value === "boolean" ? null : "Please choose yes or no.";
    case "date":
      return isText(value, /^\d{4,6}-\d\d-\d\d$/) && isMoment(value) ? null : "Please enter a date.";
    case "time":
      return isText(value, /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?$/) ? null : "Please enter a time.";
    case "datetime":
      return isText(value, /^\d{4,6}-\d\d-\d\dT/) && isMoment(value) ? null : "Please enter a date and a time.";
    case "json":
      return null;
    case "choice":
      return rule.values.includes(value) ? null : "Please choose one of the list.";
    case "list":
      return checkList(rule, value);
  }
}

function checkText(rule: Extract<Rule<unknown>, { kind: "text" }>, value: unknown): string | null {
  if (typeof value !== "string") return "Please enter text.";
  // PostgreSQL's text cannot hold the character NUL.
  if (value.includes("\0")) return "This holds a character that cannot be stored.";
  // PostgreSQL counts characters, not UTF-16 code units.
  if (rule.maxLength !== undefined && [...value].length > rule.maxLength) {
    return `Please use at most ${rule.maxLength} characters.`;
  }
  return null;
}

function checkRange(rule: { readonly min?: number; readonly max?: number }, value: number): string | null {
  if (rule.min !== undefined && value < rule.min) return `Please enter ${rule.min} or more.`;
  if (rule.max !== undefined && value > rule.max) return `Please enter ${rule.max} or less.`;
  return null;
}

function checkList(rule: Extract<Rule<unknown>, { kind: "list" }>, value: unknown): string | null {
  if (!Array.isArray(value)) return "Please enter a list.";
  const element = {
    text: { kind: "text", blank: "null" },
    number: { kind: "number", blank: "null" },
    decimal: { kind: "decimal", blank: "null" },
    choice: { kind: "choice", blank: "null", values: rule.values ?? [] },
  } as const satisfies Record<typeof rule.of, Rule<unknown>>;
  return value.map((one) => checkValue(element[rule.of], one)).find((wrong) => wrong !== null) ?? null;
}

const isDecimal = (value: unknown): boolean =>
  typeof value === "number" ? Number.isFinite(value) : isText(value, /^[+-]?\d{1,1000}(\.\d{1,1000})?$/);

const isText = (value: unknown, pattern: RegExp): value is string => typeof value === "string" && pattern.test(value);

const isMoment = (value: string): boolean => !Number.isNaN(Date.parse(value));
