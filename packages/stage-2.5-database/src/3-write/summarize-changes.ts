import {
  type Difference,
  idOf,
  kindOf,
  nameOf,
  objectId,
  type Rename,
  type SchemaObject,
  tableId,
} from "@build-it/postgres-schema";
import type { Design } from "../1-design/design.ts";

/** What an iteration does, as the iteration record, the control panel and the migration's name tell it. */
export interface ChangeSummary {
  readonly tables: {
    readonly created: readonly string[];
    readonly modified: readonly string[];
    readonly deleted: readonly string[];
  };
  readonly columns: {
    readonly added: readonly string[];
    readonly modified: readonly string[];
    readonly deleted: readonly string[];
  };
  readonly relationships: { readonly added: readonly string[]; readonly deleted: readonly string[] };
  readonly renamed: readonly string[];
  readonly createdEntities: readonly string[];
  /** Names of columns added to tables that were there before, without their tables. */
  readonly addedColumns: readonly string[];
  readonly modifiedTables: readonly string[];
  /** Names of data steps: `fill_phone`. */
  readonly dataSteps: readonly string[];
  /** `name_to_title`. */
  readonly renamedWords: readonly string[];
  /** Names of columns and tables that left the model now, and stay for earlier iterations. */
  readonly keptNames: readonly string[];
}

/** Tells a difference by tables, columns and relationships. */
export function summarizeChanges(difference: Difference, renames: readonly Rename[], design: Design): ChangeSummary {
  const created = ofKind(difference.added, "table").map((table) => tableId(table.schema, table.name));
  const isNew = new Set(created);
  const addedToOld = ofKind(difference.added, "column").filter(
    // What is kept is nothing new: a former name.
    (column) => !isNew.has(tableId(column.schema, column.table)) && design.retained[idOf(column)] === undefined,
  );
  const isGone = new Set(ofKind(difference.removed, "table").map(idOf));
  const modified = modifiedTableIds(difference, isNew);
  return {
    tables: {
      created: created.map(nameOf),
      modified: modified.map(nameOf),
      deleted: ofKind(difference.removed, "table").map((table) => nameOf(tableId(table.schema, table.name))),
    },
    columns: {
      added: addedToOld.map(columnName),
      modified: [
        ...new Set(
          difference.changed.flatMap(({ after }) =>
            after.kind === "column" || after.kind === "default" ? [columnName(after)] : [],
          ),
        ),
      ],
      // Those of a table go with it.
      deleted: ofKind(difference.removed, "column")
        .filter((column) => !isGone.has(tableId(column.schema, column.table)))
        .map(columnName),
    },
    relationships: {
      added: ofKind(difference.added, "foreign_key").map(relationshipName),
      deleted: ofKind(difference.removed, "foreign_key").map(relationshipName),
    },
    renamed: renames.map((rename) =>
      rename.kind === "column" ? `${rename.table}.${rename.from} → ${rename.to}` : `${rename.from} → ${rename.to}`,
    ),
    createdEntities: created.flatMap((id) => design.origins[id]?.entity ?? []),
    addedColumns: addedToOld.map(({ name }) => name),
    modifiedTables: modified.map((id) => nameOf(id).replace(/^.*\./, "")),
    dataSteps: [],
    renamedWords: renames.map(({ from, to }) => `${from}_to_${to}`),
    keptNames: keptNow(difference, design),
  };
}

/** `locations.account_id → accounts.id`, as the control panel has it. */
export function relationshipName(key: Extract<SchemaObject, { kind: "foreign_key" }>): string {
  const from = nameOf(tableId(key.schema, key.table));
  const to = nameOf(tableId(key.references.schema, key.references.table));
  return `${from}.${key.columns.join("+")} → ${to}.${key.references.columns.join("+")}`;
}

const columnName = (object: Extract<SchemaObject, { kind: "column" | "default" }>): string =>
  nameOf(objectId("column", object.schema, object.table, object.kind === "column" ? object.name : object.column));

const ofKind = <Kind extends SchemaObject["kind"]>(objects: readonly SchemaObject[], kind: Kind) =>
  objects.filter((object): object is Extract<SchemaObject, { kind: Kind }> => object.kind === kind);

function modifiedTableIds(difference: Difference, created: ReadonlySet<string>) {
  const removed = new Set(ofKind(difference.removed, "table").map((table) => tableId(table.schema, table.name)));
  const touched = [...difference.added, ...difference.removed, ...difference.changed.map(({ after }) => after)].flatMap(
    (object) => {
      if ("table" in object) return [tableId(object.schema, object.table)];
      if (object.kind === "table" && difference.changed.some(({ after }) => after === object))
        return [tableId(object.schema, object.name)];
      return "on" in object && kindOf(object.on) === "table" ? [object.on] : [];
    },
  );
  return [...new Set(touched)].filter((id) => !created.has(id) && !removed.has(id)).sort();
}

/** What is kept gets a comment that says so. A former name is kept too, and is part of its rename. */
const keptNow = ({ added, changed }: Difference, { retained }: Design): readonly string[] =>
  [...added, ...changed.map(({ after }) => after)].flatMap((object) => {
    if (object.kind !== "comment") return [];
    const kept = retained[object.on];
    return kept === undefined || kept.renamedTo !== undefined ? [] : [nameOf(object.on).replace(/^.*\./, "")];
  });
