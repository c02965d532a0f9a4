import type { Rule, Rules } from "./rules.ts";
import { ruleEntries } from "./rules.ts";

/**
 * What a person entered, as the rules' types. Columns without an input in the form are left out, and so is what was left
 * empty where the database has a default. The server checks every value again.
 */
export function readForm<Input extends object>(form: HTMLFormElement, rules: Rules<Input>): Input {
  const entries = ruleEntries(rules).flatMap(([column, rule]) => {
    const element = form.elements.namedItem(column);
    if (element === null) return [];
    const value = readValue(rule, element);
    return value === null && rule.blank === "default" ? [] : [[column, value] as const];
  });
  return Object.fromEntries(entries) as Input;
}

function readValue(rule: Rule<unknown>, element: Element | RadioNodeList): unknown {
  if (element instanceof HTMLInputElement && element.type === "checkbox") return element.checked;
  const text = "value" in element ? String(element.value) : "";
  if (text.trim() === "") return null;
  switch (rule.kind) {
    case "number":
    case "integer":
      return Number(text);
    // An input for date and time speaks of the person's own clock; the server wants a moment.
    case "datetime":
      return new Date(text).toISOString();
    case "boolean":
      return text === "true";
    case "json":
      return parseJson(text);
    case "list": {
      const lines = text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
      return rule.of === "number" ? lines.map(Number) : lines;
    }
    default:
      return text;
  }
}

/** Thrown when an entry cannot even be read: what is wrong, for its field. */
export class UnreadableEntry extends Error {}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableEntry("Please enter valid JSON.");
  }
}
