import type { EntityFile } from "@build-it/busm";
import { type Index, idOf } from "@build-it/postgres-schema";
import type { FieldSurroundings } from "./lift-field.ts";
import { nameUnlessUsual } from "./name-unless-usual.ts";

type IndexFile = NonNullable<EntityFile["indexes"]>[number];

export interface LiftedIndexes {
  readonly listed: readonly IndexFile[];
  readonly said: readonly Index[];
  /** Columns that the model would give an index by itself, and that have none. */
  readonly without: ReadonlySet<string>;
}

/**
 * The indexes of a table in words of the model, without those that a reference brings by itself. `searched` are the columns
 * that a key begins with, which need no index besides.
 */
export function liftIndexes(
  { parts, references, doubts }: FieldSurroundings,
  fields: ReadonlyMap<string, string>,
  searched: ReadonlySet<string>,
): LiftedIndexes {
  const lifted = parts.indexes.flatMap((index) => {
    const file = doubts.objects.has(idOf(index)) ? undefined : liftIndex(index, fields);
    return file === undefined ? [] : [{ index, file }];
  });
  const impliedFor = (column: string): Index | undefined => {
    const beginning = lifted.filter(({ index }) => firstColumn(index) === column);
    const [only, ...more] = beginning;
    const isImplied = only !== undefined && more.length === 0 && !searched.has(column) && isUsual(only.index, column);
    return isImplied ? only.index : undefined;
  };
  const implied = new Set([...references.keys()].map(impliedFor).filter((index) => index !== undefined));
  const begun = new Set([...searched, ...lifted.map(({ index }) => firstColumn(index))]);
  const wanting = parts.columns.filter(({ name, type }) => references.has(name) || type === "tsvector");
  return {
    listed: lifted.filter(({ index }) => !implied.has(index)).map(({ file }) => file),
    said: lifted.map(({ index }) => index),
    without: new Set(wanting.map(({ name }) => name).filter((name) => !begun.has(name))),
  };
}

/** A partial index finds only some of the rows, so no search can count on it. */
const firstColumn = ({ where, keys }: Index): string | undefined =>
  where === null ? (keys[0]?.column ?? undefined) : undefined;

const isUsual = ({ name, method, keys, unique, include, table }: Index, column: string): boolean =>
  name === `${table}_${column}_idx` &&
  method === "btree" &&
  !unique &&
  include.length === 0 &&
  keys.length === 1 &&
  keys[0]?.descending === false;

const methods = ["btree", "hash", "gin", "gist", "brin"] as const;

/** An index in words of the model; undefined where it has more to say than those can. */
function liftIndex(index: Index, fields: ReadonlyMap<string, string>): IndexFile | undefined {
  const { method, keys, unique, where, table } = index;
  const known = methods.find((each) => each === method);
  const isPlain =
    index.valid &&
    !index.nullsNotDistinct &&
    keys.every((key) => key.operatorClass === null && key.collation === null && key.nullsFirst === key.descending);
  if (known === undefined || !isPlain) return undefined;
  const on = keys.map(({ column, expression, descending }): IndexFile["on"][number] => ({
    ...(column === null ? { sql: expression ?? "" } : { field: fields.get(column) ?? column }),
    ...(descending ? { descending } : {}),
  }));
  return {
    on,
    ...nameUnlessUsual(index.name, table, ...keys.map(({ column }) => column ?? "expr"), "idx"),
    ...(unique ? { unique } : {}),
    ...(known === "btree" ? {} : { method: known }),
    ...(index.include.length === 0 ? {} : { include: index.include.map((column) => fields.get(column) ?? column) }),
    ...(where === null ? {} : { where }),
  };
}
