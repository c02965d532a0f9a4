import { checkValue } from "../check-value.ts";
import type { Rule, Rules } from "../rules.ts";
import { ruleEntries } from "../rules.ts";
import { badRequest, invalidInput } from "./problem.ts";

const isRecord = (body: unknown): body is Record<string, unknown> =>
  typeof body === "object" && body !== null && !Array.isArray(body);

/** What the browser sent, as a new row. Throws `HttpProblem` with what is wrong in each field. */
export const parseNew = <Input extends object>(body: unknown, rules: Rules<Input>): Input => {
  const values = parseKnown(body, new Map(ruleEntries(rules)));
  const missing = ruleEntries(rules)
    .filter(([column, rule]) => rule.required && !Object.hasOwn(values, column))
    .map(([column]) => [column, "Please fill this in."] as const);
  if (missing.length > 0) throw invalidInput(Object.fromEntries(missing));
  return values as Input;
};

/** What the browser sent, as changes to these columns of a row: only what is there changes. Throws `HttpProblem`. */
export const parseChanges = <Changes extends object>(
  body: unknown,
  rules: Rules<Changes>,
  columns: readonly (keyof Changes & string)[],
): Partial<Changes> => {
  const changeable = ruleEntries(rules).filter(([column]) => columns.some((known) => known === column));
  const values = parseKnown(body, new Map(changeable));
  if (Object.keys(values).length === 0) throw badRequest("There is nothing to change in it.");
  return values as Partial<Changes>;
};

function parseKnown(body: unknown, known: ReadonlyMap<string, Rule<unknown>>): Record<string, unknown> {
  if (!isRecord(body)) throw badRequest("It must be an object of columns and values.");
  const errors = Object.entries(body).flatMap(([column, value]) => {
    const rule = known.get(column);
    const wrong = rule === undefined ? "This cannot be entered." : checkValue(rule, value);
    return wrong === null ? [] : [[column, wrong] as const];
  });
  if (errors.length > 0) throw invalidInput(Object.fromEntries(errors));
  const values = Object.entries(body).flatMap(([column, value]) => {
    const rule = known.get(column);
    if (rule === undefined || (isBlank(value) && rule.blank === "default")) return [];
    return [[column, isBlank(value) ? null : toParameter(rule, value)] as const];
  });
  return Object.fromEntries(values);
}

const isBlank = (value: unknown): boolean => value === null || value === "";

// `pg` writes a JavaScript array as a PostgreSQL array, so JSON goes as its text.
const toParameter = (rule: Rule<unknown>, value: unknown): unknown =>
  rule.kind === "json" ? JSON.stringify(value) : value;
