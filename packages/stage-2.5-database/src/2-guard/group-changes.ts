import { type Difference, idOf, nameOf, type ObjectId, type SchemaObject, tableId } from "@build-it/postgres-schema";
import type { ChangeGroup } from "@build-it/stage-contract";
import type { ChangeSummary } from "../3-write/summarize-changes.ts";

/** The rows of the control panel: what a person wants to know before pressing Apply & Continue. */
export function groupChanges(
  difference: Difference,
  summary: ChangeSummary,
  retained: readonly string[],
): ChangeGroup[] {
  const groups: ChangeGroup[] = [
    group("New Tables", newTables(difference)),
    group("Modified Tables", modifiedTables(difference)),
    group("New Relationships", summary.relationships.added),
    group("Renamed", summary.renamed),
    group("Kept for Earlier Iterations", retained),
    group("Access Rules", accessRules(difference)),
    group("Functions and Views", routines(difference)),
  ];
  return groups.filter(({ lines }) => lines.length > 0);
}

const group = (title: string, lines: readonly string[]): ChangeGroup => ({
  title,
  lines: lines.map((text) => ({ text })),
});

function newTables({ added }: Difference): readonly string[] {
  return added.flatMap((object) => {
    if (object.kind !== "table") return [];
    const columns = added.filter(
      (part) => part.kind === "column" && part.schema === object.schema && part.table === object.name,
    ).length;
    return [`${nameOf(idOf(object))} (${columns} ${columns === 1 ? "column" : "columns"})`];
  });
}

function modifiedTables(difference: Difference): readonly string[] {
  const isNew = new Set<ObjectId>(
    difference.added.flatMap((object) => (object.kind === "table" ? [idOf(object)] : [])),
  );
  const actions = new Map<ObjectId, string[]>();
  const note = (object: SchemaObject, action: string): void => {
    if (!("table" in object)) return;
    const table = tableId(object.schema, object.table);
    if (!isNew.has(table)) actions.set(table, [...(actions.get(table) ?? []), action]);
  };
  for (const object of difference.added)
    if (shown.has(object.kind)) note(object, `ADD ${wordOf(object.kind)}: ${partName(object)}`);
  for (const { after } of difference.changed)
    if (shown.has(after.kind) || after.kind === "default")
      note(after, `ALTER ${wordOf(after.kind)}: ${partName(after)}`);
  for (const object of difference.removed)
    if (shown.has(object.kind)) note(object, `DROP ${wordOf(object.kind)}: ${partName(object)}`);
  return [...actions].map(([table, list]) => `${nameOf(table)} (${list.join(", ")})`);
}

/** Relationships and access rules have groups of their own. */
const shown = new Set<SchemaObject["kind"]>(["column", "primary_key", "unique", "check", "index"]);

const wordOf = (kind: SchemaObject["kind"]): string => kind.replaceAll("_", " ").toUpperCase();

const partName = (object: SchemaObject): string =>
  object.kind === "default" ? object.column : "name" in object ? object.name : "";

function accessRules({ added, changed, removed }: Difference): readonly string[] {
  const counts = new Map<string, number>();
  for (const object of [...added, ...removed, ...changed.map(({ after }) => after)])
    if (object.kind === "policy") {
      const table = nameOf(tableId(object.schema, object.table));
      counts.set(table, (counts.get(table) ?? 0) + 1);
    }
  return [...counts].map(([table, count]) => `${table} (${count} ${count === 1 ? "policy" : "policies"})`);
}

const routines = ({ added, changed, removed }: Difference): readonly string[] => [
  ...named(added, ""),
  ...named(
    changed.map(({ after }) => after),
    " (changed)",
  ),
  ...named(removed, " (dropped)"),
];

const named = (objects: readonly SchemaObject[], ending: string): readonly string[] =>
  objects.flatMap((object) => {
    if (object.kind === "trigger")
      return [`trigger ${object.name} on ${nameOf(tableId(object.schema, object.table))}${ending}`];
    return object.kind === "function" || object.kind === "view"
      ? [`${object.kind} ${nameOf(idOf(object))}${ending}`]
      : [];
  });
