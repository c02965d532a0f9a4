import type { Comparison } from "@build-it/build-it";
import type { ChangedObject, SchemaObject } from "@build-it/postgres-schema";
import { idOf, kindOf, nameOf, tableId } from "@build-it/postgres-schema";
import { printableText } from "./measure-text.ts";
import type { Style } from "./style.ts";

/** What an object is and is called, in words. */
export const describeObject = (object: SchemaObject): { readonly kind: string; readonly name: string } => ({
  kind: object.kind.replaceAll("_", " "),
  name: nameOf(idOf(object)),
});

/** A comparison for people: what differs, table by table, and what the way there costs. */
export function describeComparison({ from, to, plan, refusals }: Comparison, style: Style): string {
  const { paint, tick, cross, arrow } = style;
  const sides = `${printableText(from.label)} ${arrow} ${printableText(to.label)}`;
  if (plan === null)
    return [
      `${paint.red(cross)} ${sides}: these cannot be compared`,
      ...refusals.map(({ what, name, side }) => `  ${what} ${printableText(name)} ${paint.dim(sideWords[side])}`),
    ].join("\n");
  if (plan.steps.length === 0) return `${paint.green(tick)} ${sides}: the same`;
  const { added, removed, changed } = plan.difference;
  const lines = new Map<string, string[]>();
  const put = (object: SchemaObject, line: string): void => {
    const heading = headingOf(object);
    lines.set(heading, [...(lines.get(heading) ?? []), line]);
  };
  const subject = (object: SchemaObject): string => {
    const { kind, name } = describeObject(object);
    const within = headingOf(object);
    return `${kind} ${printableText(name.startsWith(`${within}.`) ? name.slice(within.length + 1) : name)}`;
  };
  for (const object of removed) put(object, paint.red(`- ${subject(object)}`));
  for (const change of changed)
    put(change.after, paint.yellow(`~ ${subject(change.after)}: ${describeAttributes(change, arrow)}`));
  for (const object of added) put(object, paint.green(`+ ${subject(object)}${typeOf(object)}`));
  const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    paint.bold(sides),
    ...sorted.flatMap(([heading, own]) => ["", paint.bold(printableText(heading)), ...own.map((line) => `  ${line}`)]),
    "",
    ...describeCosts(plan.steps, style),
    paint.dim("`--sql` prints the statements."),
  ].join("\n");
}

const sideWords = { before: "(from)", after: "(to)", both: "(on both sides)" };

/** Where a person looks for it: the table or view that it belongs to, or the object itself. */
function headingOf(object: SchemaObject): string {
  if ("table" in object) return nameOf(tableId(object.schema, object.table));
  if ("on" in object) {
    const name = nameOf(object.on);
    return kindOf(object.on) === "column" ? name.slice(0, name.lastIndexOf(".")) : name;
  }
  return nameOf(idOf(object));
}

const typeOf = (object: SchemaObject): string => (object.kind === "column" ? ` ${object.type}` : "");

const longestValue = 60;

function describeAttributes({ before, after, attributes }: ChangedObject, arrow: string): string {
  const show = (object: SchemaObject, attribute: string): string => {
    const value: unknown = (object as object as Readonly<Record<string, unknown>>)[attribute];
    const text = typeof value === "string" ? value : JSON.stringify(value ?? null);
    return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
  };
  return attributes
    .map((name) => printableText(`${name} ${show(before, name)} ${arrow} ${show(after, name)}`.replaceAll(/\s+/g, " ")))
    .join(", ");
}

function describeCosts(steps: NonNullable<Comparison["plan"]>["steps"], { paint, warning }: Style): readonly string[] {
  const costly = steps.filter(({ hazards }) => hazards.length > 0);
  return [
    `${steps.length} ${steps.length === 1 ? "statement" : "statements"}.`,
    ...costly.map(({ subject, hazards, lock }) =>
      paint.yellow(
        `  ${warning} ${printableText(nameOf(subject))}: ${hazards.join(", ").replaceAll("_", " ")}${lock === "none" ? "" : ` (locks ${lock.replaceAll("_", " ")})`}`,
      ),
    ),
  ];
}
