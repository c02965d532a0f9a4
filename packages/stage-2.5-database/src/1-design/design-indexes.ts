import type { ConfiguredEntity, ConfiguredField, ConfiguredIndex } from "@build-it/artifacts";
import type { Index, IndexKey, SchemaObject } from "@build-it/postgres-schema";
import { columnIdOf, columnsOf, type Designed, designed, fieldOf, objectName, placeOf } from "./designed.ts";
import { ascending, columnKey, expressionKey } from "./index-key.ts";

/**
 * The indexes the author asked for, and those that references and access rules need, unless a key or an index begins
 * with the column already.
 */
export function designIndexes(
  entity: ConfiguredEntity,
  keys: readonly Designed<SchemaObject>[],
): readonly Designed<Index>[] {
  const named = entity.indexes.map((index) => authoredIndex(entity, index));
  const covered = new Set([...keys, ...named].flatMap(({ object }) => firstColumnOf(object)));
  const wanted = new Map<string, ConfiguredField>();
  for (const field of fieldsWorthAnIndex(entity)) if (!covered.has(field.column)) wanted.set(field.column, field);
  return [...named, ...[...wanted.values()].map((field) => fieldIndex(entity, field))];
}

/** Asked for, or looked at by access rules on every statement. */
function fieldsWorthAnIndex(entity: ConfiguredEntity): readonly ConfiguredField[] {
  const { owner, tenant } = entity.behaviours;
  const users = entity.access.flatMap(({ when, check = [] }) =>
    [...when, ...check].flatMap(({ field, operator }) => (operator === "is_user" ? [field] : [])),
  );
  const forAccess = new Set([owner, tenant, ...users]);
  return entity.fields.filter(({ name, index }) => index || forAccess.has(name));
}

/** The column that a search can go in by; a partial index finds only some of the rows, so it counts for none. */
function firstColumnOf(object: SchemaObject): readonly string[] {
  if (object.kind === "primary_key" || object.kind === "unique") return object.columns.slice(0, 1);
  if (object.kind !== "index" || object.where !== null) return [];
  const first = object.keys[0]?.column;
  return first === null || first === undefined ? [] : [first];
}

function methodOf({ type }: ConfiguredField): ConfiguredIndex["method"] {
  const { kind } = type.kind === "computed" ? type.of : type;
  if (kind === "search" || kind === "json" || kind === "list") return "gin";
  return kind === "range" ? "gist" : "btree";
}

const fieldIndex = (entity: ConfiguredEntity, field: ConfiguredField): Designed<Index> =>
  designed(
    indexObject(entity, objectName(entity.table, field.column, "idx"), {
      method: methodOf(field),
      keys: [ascending(field.column)],
    }),
    { entity, field },
  );

function authoredIndex(entity: ConfiguredEntity, index: ConfiguredIndex): Designed<Index> {
  const keys = index.on.map((part) =>
    "field" in part
      ? columnKey(fieldOf(entity, part.field).column, part.descending)
      : expressionKey(part.expression, part.descending),
  );
  const name = index.name ?? objectName(entity.table, ...keys.map(({ column }) => column ?? "expr"), "idx");
  const { method, where = null, unique = false } = index;
  const object = indexObject(entity, name, { method, keys, include: columnsOf(entity, index.include), where, unique });
  const expressions = [...keys.flatMap(({ expression }) => expression ?? []), ...(where === null ? [] : [where])];
  const authored = expressions.map((text) => ({ text, purpose: `the index ${name}` }));
  return designed(object, { entity, source: index.source }, authored);
}

function indexObject(
  entity: ConfiguredEntity,
  name: string,
  index: Pick<Index, "method" | "keys"> & Partial<Pick<Index, "include" | "where" | "unique">>,
): Index {
  const columns = index.keys.flatMap(({ column }: IndexKey) => column ?? []);
  return {
    kind: "index",
    ...placeOf(entity),
    name,
    unique: false,
    nullsNotDistinct: false,
    include: [],
    where: null,
    ...index,
    valid: true,
    dependsOn: columns.map((column) => columnIdOf(entity, column)),
  };
}
