import type { ConfiguredEntity, ConfiguredUnique } from "@build-it/artifacts";
import type { Index, PrimaryKey, Unique } from "@build-it/postgres-schema";
import { columnIdOf, columnsOf, type Designed, designed, objectName, placeOf } from "./designed.ts";
import { ascending } from "./index-key.ts";

/** The primary key, and what must be unique. */
export const designKeys = (entity: ConfiguredEntity): readonly Designed<PrimaryKey | Unique | Index>[] => [
  designed(primaryKeyOf(entity), { entity }),
  ...entity.fields
    .filter((field) => field.unique && !isWholeKey(entity, field.name))
    .map((field) => designed(uniqueConstraint(entity, { fields: [field.name], nullsEqual: false }), { entity, field })),
  ...entity.uniques.map((unique) =>
    unique.where === undefined
      ? designed(uniqueConstraint(entity, unique), { entity, source: unique.source })
      : designed(uniqueAmongSome(entity, unique, unique.where), { entity, source: unique.source }, [
          { text: unique.where, purpose: `the condition of a unique of ${entity.name}` },
        ]),
  ),
];

const isWholeKey = (entity: ConfiguredEntity, field: string): boolean =>
  entity.key.length === 1 && entity.key[0] === field;

const primaryKeyOf = (entity: ConfiguredEntity): PrimaryKey => ({
  kind: "primary_key",
  ...placeOf(entity),
  name: entity.keyName ?? objectName(entity.table, "pkey"),
  columns: columnsOf(entity, entity.key),
});

function uniqueConstraint(entity: ConfiguredEntity, unique: ConfiguredUnique): Unique {
  const columns = columnsOf(entity, unique.fields);
  return {
    kind: "unique",
    ...placeOf(entity),
    name: unique.name ?? objectName(entity.table, ...columns, "key"),
    columns,
    nullsNotDistinct: unique.nullsEqual,
    deferrable: false,
    initiallyDeferred: false,
  };
}

/** Unique among the rows that meet a condition: PostgreSQL has it as an index only. */
function uniqueAmongSome(entity: ConfiguredEntity, unique: ConfiguredUnique, where: string): Index {
  const columns = columnsOf(entity, unique.fields);
  return {
    kind: "index",
    ...placeOf(entity),
    name: unique.name ?? objectName(entity.table, ...columns, "key"),
    unique: true,
    nullsNotDistinct: unique.nullsEqual,
    method: "btree",
    keys: columns.map(ascending),
    include: [],
    where,
    valid: true,
    dependsOn: columns.map((column) => columnIdOf(entity, column)),
  };
}
