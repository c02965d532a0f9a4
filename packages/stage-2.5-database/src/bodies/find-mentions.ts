import {
  type DatabaseSchema,
  kindOf,
  type ObjectId,
  objectsOfKind,
  type Rename,
  type SqlWord,
  scanWords,
  tableId,
} from "@build-it/postgres-schema";
import { ownName } from "../1-design/old-names.ts";
import { tableOfColumn } from "../1-design/table-of-column.ts";
import type { RoutineBody } from "./routine-bodies.ts";

/** A name or a value in the text of bodies. */
export interface Sought {
  readonly text: string;
  /** A value stands in a string by itself. */
  readonly kind: "name" | "value";
  /** The table that it belongs to: many tables may have a column or a value of that name. Null for what has a name of its own. */
  readonly of: ObjectId | null;
}

/** Where a body first says it. */
export interface Mention {
  readonly body: RoutineBody;
  readonly word: SqlWord;
  readonly times: number;
}

/** What is needed to know whether a body speaks of a table. */
export interface Surroundings {
  readonly schema: DatabaseSchema;
  /** Former names of tables, by the view that has the name. */
  readonly retained: Readonly<Record<ObjectId, { readonly renamedTo?: ObjectId | undefined }>>;
  readonly renames: readonly Rename[];
}

/**
 * Who says a name in their body, as PostgreSQL would read it: by whole words, in small letters where they are not quoted, not in
 * comments. In strings only where a body runs them (EXECUTE), or where the name is all that there is in one. What belongs to
 * a table counts where the routine also names the table, or is run by its triggers.
 */
export function findMentions(
  bodies: readonly RoutineBody[],
  sought: Sought,
  surroundings: Surroundings,
): readonly Mention[] {
  const { of } = sought;
  const names = of === null ? new Set<string>() : namesOfTable(of, surroundings);
  const triggered = of === null ? new Set<ObjectId>() : routinesOfTriggers(of, surroundings.schema);
  return bodies.flatMap((body) => {
    const { words, bodyWords } = body.text;
    const runsStrings = bodyWords.some(({ kind, text }) => kind === "word" && text === "execute");
    const found = bodyWords.filter((word) => says(word, sought, runsStrings));
    const [word] = found;
    if (word === undefined) return [];
    const isNear = of === null || triggered.has(body.id) || words.some(({ text }) => names.has(text));
    return isNear ? [{ body, word, times: found.length }] : [];
  });
}

function says({ kind, text, depth }: SqlWord, sought: Sought, runsStrings: boolean): boolean {
  if (sought.kind === "value") return kind === "string" && text === sought.text;
  // A string may hold a name with its schema: 'public.items'::regclass.
  if (kind === "string") return text === sought.text || text.endsWith(`.${sought.text}`);
  return text === sought.text && (depth === 1 || runsStrings);
}

/** All names that a table has had, and its types. */
function namesOfTable(table: ObjectId, { schema, retained, renames }: Surroundings): ReadonlySet<string> {
  const former = Object.entries(retained).flatMap(([id, { renamedTo }]) =>
    renamedTo === table ? [id as ObjectId] : [],
  );
  const before = renames.flatMap((rename) =>
    rename.kind === "table" && tableId(rename.schema, rename.to) === table ? [rename.from] : [],
  );
  const types = objectsOfKind(schema, "column").flatMap((column) =>
    tableId(column.schema, column.table) === table && column.typeObject !== null ? [ownName(column.typeObject)] : [],
  );
  return new Set([ownName(table), ...former.map(ownName), ...before, ...types]);
}

/** The functions that a table's triggers run. */
export const routinesOfTriggers = (
  table: ObjectId,
  schema: DatabaseSchema,
  timing?: "before" | "after",
): ReadonlySet<ObjectId> =>
  new Set(
    objectsOfKind(schema, "trigger").flatMap((trigger) =>
      tableId(trigger.schema, trigger.table) === table && (timing === undefined || timingOf(trigger) === timing)
        ? trigger.dependsOn.filter((id) => kindOf(id) === "function")
        : [],
    ),
  );

function timingOf({ definition }: { readonly definition: string }): string | undefined {
  const words = scanWords(definition);
  return words[words.findIndex(({ text }) => text === "trigger") + 2]?.text;
}

/** What says the name of an object; null for a kind of object that bodies do not name. */
export function soughtFor(id: ObjectId): Sought | null {
  const kind = kindOf(id);
  if (kind === "column") return { text: ownName(id), kind: "name", of: tableOfColumn(id) };
  if (kind === "function") return { text: withoutArguments(ownName(id)), kind: "name", of: null };
  return relationsAndTypes.includes(kind) ? { text: ownName(id), kind: "name", of: null } : null;
}

const withoutArguments = (name: string): string => name.slice(0, name.lastIndexOf("("));

const relationsAndTypes = ["table", "view", "materialized_view", "sequence", "enum", "domain", "composite", "range"];

/** Whether something of that name is there still, or again. */
export function isStillThere(id: ObjectId, { objects }: DatabaseSchema): boolean {
  const kind = kindOf(id);
  if (kind === "function") {
    const start = withoutArguments(id);
    return [...objects.keys()].some((other) => kindOf(other) === kind && withoutArguments(other) === start);
  }
  const names = id.slice(kind.length);
  return objects.has(id) || relationsAndTypes.some((other) => objects.has(`${other}${names}` as ObjectId));
}
