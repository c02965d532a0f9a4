import {
  idOf,
  kindOf,
  type ObjectId,
  type Plan,
  type Rename,
  type SchemaObject,
  tableId,
} from "@build-it/postgres-schema";
import { describeObject, subjectOf } from "../6-verify/describe-drift.ts";
import type { ChangeClass, PlanReport } from "../reports.ts";
import { isCompatibleType } from "./is-widening.ts";

/** Every change of a plan with its class, and with the hazards of the steps that make it. */
export function classifyChanges({ difference, steps }: Plan, renames: readonly Rename[]): PlanReport["changes"] {
  const newTables = new Set<ObjectId>(
    difference.added.flatMap((object) => (object.kind === "table" ? [idOf(object)] : [])),
  );
  const inNewTable = (object: SchemaObject): boolean =>
    ("table" in object && newTables.has(tableId(object.schema, object.table))) ||
    ("on" in object && newTables.has(object.on));
  const hazards = hazardsBySubject(steps);
  const row = (object: SchemaObject, verb: string, changeClass: ChangeClass) => ({
    subject: subjectOf(object),
    description: `${verb} ${describeObject(object)}`,
    class: changeClass,
    hazards: hazards.get(idOf(object)) ?? [],
  });
  return [
    ...renames.map((rename) => ({
      subject: rename.kind === "column" ? `${rename.table}.${rename.to}` : rename.to,
      description: `rename the ${rename.kind} ${rename.from} to ${rename.to}`,
      // The former name of a table or a column goes on working, and generated code says none of a type.
      class: "compatible" as const,
      hazards: [],
    })),
    ...difference.added
      .filter((object) => !inNewTable(object))
      .map((object) => row(object, "add", classOfAddition(object))),
    ...difference.changed.map(({ before, after, attributes }) =>
      row(after, "change", classOfChange(before, after, attributes)),
    ),
    ...difference.removed.map((object) => row(object, "drop", classOfRemoval(object))),
  ];
}

function hazardsBySubject(steps: Plan["steps"]): ReadonlyMap<ObjectId, string[]> {
  const found = new Map<ObjectId, string[]>();
  for (const step of steps)
    found.set(step.subject, [...new Set([...(found.get(step.subject) ?? []), ...step.hazards])]);
  return found;
}

const securityKinds = new Set<SchemaObject["kind"]>(["policy", "privilege"]);
/** Rows that are there may not fit these. */
const demandingKinds = new Set<SchemaObject["kind"]>(["primary_key", "unique", "check", "foreign_key"]);

function classOfAddition(object: SchemaObject): ChangeClass {
  if (
    securityKinds.has(object.kind) ||
    ("on" in object && securityKinds.has(kindOf(object.on) as SchemaObject["kind"]))
  )
    return "security";
  return demandingKinds.has(object.kind) || (object.kind === "index" && object.unique) ? "breaking" : "additive";
}

function classOfChange(before: SchemaObject, after: SchemaObject, attributes: readonly string[]): ChangeClass {
  if (securityKinds.has(after.kind) || after.kind === "table") return "security";
  if (before.kind === "column" && after.kind === "column") {
    if (attributes.includes("type")) return isCompatibleType(before.type, after.type) ? "additive" : "breaking";
    return attributes.includes("nullable") && !after.nullable ? "breaking" : "additive";
  }
  if (demandingKinds.has(after.kind)) return "breaking";
  return after.kind === "function" || after.kind === "view" || after.kind === "trigger" ? "compatible" : "additive";
}

function classOfRemoval(object: SchemaObject): ChangeClass {
  if (securityKinds.has(object.kind)) return "security";
  if (object.kind === "table" || object.kind === "column") return "destructive";
  return object.kind === "view" || object.kind === "function" ? "breaking" : "additive";
}

/** Whether a plan loses values that no rollback brings back. */
export const losesData = ({ steps }: Plan): boolean => steps.some((step) => step.hazards.includes("deletes_data"));
