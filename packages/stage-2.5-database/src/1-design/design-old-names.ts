import {
  type Column,
  columnId,
  type Default,
  idOf,
  isKind,
  kindOf,
  nameOf,
  type ObjectId,
  objectId,
  type Privilege,
  privilegedColumn,
  type SchemaObject,
  type Table,
  tableId,
} from "@build-it/postgres-schema";
import type { Design } from "./design.ts";
import { deprecatedText } from "./design-comments.ts";
import { designOldView, type OldView, viewOf } from "./design-old-view.ts";
import { designOldNameTriggers, type RepeatedColumn } from "./old-name-triggers.ts";
import { namesIn, type OldNames, ownName } from "./old-names.ts";

export interface DesignedOldNames {
  /** All objects, those of the former names among them. */
  readonly objects: readonly SchemaObject[];
  readonly retained: Design["retained"];
}

/**
 * Keeps former names working. A renamed column is repeated under its former name, and triggers keep both equal, whichever
 * is written. A renamed table has an updatable view of its former name, with the rights of whoever asks. Where what
 * they stand for is gone, they go too.
 */
export function designOldNames(oldNames: OldNames, objects: readonly SchemaObject[]): DesignedOldNames {
  const byId = new Map(objects.map((object) => [idOf(object), object]));
  const targets = [...oldNames].flatMap(([id, { of, columns }]) => {
    const target = byId.get(of);
    return byId.has(id) || target === undefined ? [] : [{ id, target, known: columns }];
  });
  const columns = targets.flatMap(({ id, target }): readonly RepeatingColumn[] =>
    isKind(target, "column") ? [{ id, target, initial: steadyDefault(target, byId) }] : [],
  );
  const views = targets.flatMap(({ id, target, known }): readonly OldView[] =>
    isKind(target, "table") ? [{ id, target, sources: sourcesOf(target, known) }] : [],
  );
  /**
   * By name of then: the column that has the values now. PostgreSQL wants rights on all that a view selects, whatever a query
   * asks of it, so what is kept from one role has to stay out for all.
   */
  function sourcesOf(target: Table, known: readonly string[]): OldView["sources"] {
    const { schema, name: table } = target;
    return known.flatMap((name) => {
      const id = columnId(schema, table, name);
      const source = columns.find((column) => column.id === id)?.target.name ?? name;
      const mayBeRead = objects.every((object) => !isKind(object, "privilege") || letsRead(object, target, source));
      return byId.has(columnId(schema, table, source)) && mayBeRead ? [{ name, source }] : [];
    });
  }
  const repeated = columns.flatMap(repeatColumn);
  const granted = objects.map((object) => (object.kind === "privilege" ? grantOldNames(object, columns) : object));
  const all = [...granted, ...repeated, ...triggersOf(columns)];
  return {
    objects: [...all, ...views.flatMap((view) => designOldView(view, all))],
    retained: Object.fromEntries([
      ...columns.map(({ id, target }) => [id, { name: nameOf(id), renamedTo: idOf(target) }]),
      ...views.map(({ id, target, sources }) => [
        id,
        { name: nameOf(id), renamedTo: idOf(target), columns: sources.map(({ name }) => name) },
      ]),
    ]),
  };
}

interface RepeatingColumn {
  readonly id: ObjectId;
  readonly target: Column;
  readonly initial: Default | null;
}

function repeatColumn(repeating: RepeatingColumn): readonly SchemaObject[] {
  const { id, target, initial } = repeating;
  const { identityOptions: _, ...column } = target;
  const name = ownName(repeating.id);
  return [
    { ...column, name, nullable: true, identity: null },
    ...(initial === null ? [] : [{ ...initial, column: name, dependsOn: [id] }]),
    { kind: "comment", on: id, text: deprecatedText(`renamed to ${target.name}.`) },
  ];
}

/**
 * The default of a column, if it is the same however often it is asked for: with it a new row shows whether a value was
 * given under the former name, also where that is no value at all.
 */
function steadyDefault(column: Column, objects: ReadonlyMap<ObjectId, SchemaObject>): Default | null {
  const found = objects.get(objectId("default", column.schema, column.table, column.name));
  if (found?.kind !== "default" || column.generated !== null) return null;
  const called = found.expression.replaceAll(/'(?:[^']|'')*'/g, "''").matchAll(/([\w."]+)\s*\(/g);
  return [...called].every(([, name = ""]) => steadyFunctions.has(name.toLowerCase())) ? found : null;
}

const steadyFunctions = new Set(["now", "auth.uid", "auth.jwt", "current_setting", "nullif", "varchar", "numeric"]);

function triggersOf(columns: readonly RepeatingColumn[]): readonly SchemaObject[] {
  const byTable = new Map<ObjectId, Map<string, RepeatedColumn>>();
  for (const repeating of columns) {
    const { target, initial } = repeating;
    // Computed values repeat themselves.
    if (target.generated !== null) continue;
    const table = tableId(target.schema, target.table);
    const repeated = byTable.get(table) ?? new Map<string, RepeatedColumn>();
    const oldNames = [...(repeated.get(target.name)?.oldNames ?? []), ownName(repeating.id)];
    byTable.set(table, repeated.set(target.name, { column: target, oldNames, initial }));
  }
  return [...byTable.values()].flatMap((repeated) => {
    const [one] = repeated.values();
    return one === undefined ? [] : designOldNameTriggers(one.column, [...repeated.values()]);
  });
}

/** Rights that are granted column by column hold for the former name as well, and no others do. */
function grantOldNames(privilege: Privilege, columns: readonly RepeatingColumn[]): Privilege {
  const own = columns.filter(({ target }) => tableId(target.schema, target.table) === privilege.on);
  if (own.length === 0) return privilege;
  const oldNames = new Set(own.map(({ id }) => ownName(id)));
  const words = privilege.privileges.filter((word) => !oldNames.has(privilegedColumn(word) ?? ""));
  const more = own.flatMap((repeating) =>
    words.flatMap((word) =>
      privilegedColumn(word) === repeating.target.name
        ? [`${word.slice(0, word.indexOf("("))}(${ownName(repeating.id)})`]
        : [],
    ),
  );
  return { ...privilege, privileges: [...words, ...more].sort() };
}

/** Whether a role that may read some columns of a table may read this one. */
const letsRead = ({ on, privileges }: Privilege, table: Table, column: string): boolean =>
  on !== idOf(table) ||
  privileges.includes("select") ||
  privileges.includes(`select(${column})`) ||
  !privileges.some((word) => word.startsWith("select("));

/** What has former names, as far as names go: before it is known what they stand for. */
export const namesTaken = (oldNames: OldNames): readonly SchemaObject[] =>
  [...oldNames.keys()].map((id) => {
    if (kindOf(id) === "view") return viewOf(id, { definition: "", dependsOn: [] });
    const [schema = "", table = "", name = ""] = namesIn(id);
    const plain = { type: "text", typeObject: null, identity: null, generated: null, collation: null, dependsOn: [] };
    return { kind: "column", schema, table, name, ordinal: 1, nullable: true, ...plain };
  });
