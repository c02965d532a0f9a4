import {
  columnId,
  type Difference,
  idOf,
  kindOf,
  nameOf,
  type ObjectId,
  type SchemaObject,
  tableId,
} from "@build-it/postgres-schema";
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
    group("Data Steps", summary.dataSteps),
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
  const counts = new Map<ObjectId, number>();
  for (const object of added) {
    if (object.kind !== "column") continue;
    const table = tableId(object.schema, object.table);
    counts.set(table, (counts.get(table) ?? 0) + 1);
  }
  return added.flatMap((object) => {
    if (object.kind !== "table") return [];
    const { partitionOf } = object;
    if (partitionOf !== undefined)
      return [`${nameOf(idOf(object))} (partition of ${nameOf(tableId(partitionOf.schema, partitionOf.table))})`];
    const columns = counts.get(idOf(object)) ?? 0;
    return [`${nameOf(idOf(object))} (${columns} ${columns === 1 ? "column" : "columns"})`];
  });
}

function modifiedTables({ added, changed, removed }: Difference): readonly string[] {
  const isNew = tablesAndColumns(added);
  const isGone = tablesAndColumns(removed);
  const actions = new Map<ObjectId, string[]>();
  const note = (object: SchemaObject, action: string): void => {
    if (!("table" in object)) return;
    const table = tableId(object.schema, object.table);
    if (!isNew.has(table)) actions.set(table, [...(actions.get(table) ?? []), action]);
  };
  for (const kind of shown) {
    const word = kind.replaceAll("_", " ").toUpperCase();
    for (const object of added)
      if (object.kind === kind && !comesWithColumn(object, isNew)) note(object, `ADD ${word}: ${partName(object)}`);
    for (const { after } of changed) if (after.kind === kind) note(after, `ALTER ${word}: ${partName(after)}`);
    for (const object of removed)
      if (object.kind === kind && !comesWithColumn(object, isGone)) note(object, `DROP ${word}: ${partName(object)}`);
  }
  for (const { before, after } of changed)
    if (before.kind === "partition_part" && after.kind === "partition_part" && before.name !== after.name)
      note(
        after,
        `RENAME ${kindOf(after.of) === "foreign_key" ? "CONSTRAINT" : "INDEX"}: ${before.name} → ${after.name}`,
      );
  return [...actions].map(([table, list]) => `${nameOf(table)} (${list.join(", ")})`);
}

const tablesAndColumns = (objects: readonly SchemaObject[]): ReadonlySet<ObjectId> =>
  new Set(objects.flatMap((object) => (object.kind === "table" || object.kind === "column" ? [idOf(object)] : [])));

/** Whether it is a default whose column comes, or goes, along with it. */
const comesWithColumn = (object: SchemaObject, others: ReadonlySet<ObjectId>): boolean =>
  object.kind === "default" && others.has(columnId(object.schema, object.table, object.column));

/** In this order. Relationships and access rules have groups of their own. */
const shown: readonly SchemaObject["kind"][] = ["column", "default", "primary_key", "unique", "check", "index"];

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
