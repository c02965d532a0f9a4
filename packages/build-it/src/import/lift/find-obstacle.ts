import type { Column } from "@build-it/postgres-schema";
import { splitType } from "@build-it/postgres-schema";
import type { TableParts } from "./gather-tables.ts";

/** Why no entity can be such a table, as a clause after its name; undefined where nothing speaks against it. */
export function findObstacle({ table, columns, primaryKeys }: TableParts): string | undefined {
  const [key] = primaryKeys;
  if (table.partitionBy !== undefined) return "it is partitioned";
  if (table.partitionOf !== undefined) return "it is a partition of another table";
  if (table.inherits !== undefined) return "it inherits from another table";
  if (table.foreignServer !== undefined) return "its rows are on another server";
  if (table.unlogged) return "it is unlogged";
  if (table.rowSecurityForced && !table.rowSecurity) return "row level security is forced there, and off";
  if (columns.length === 0) return "it has no columns";
  if (key === undefined) return "it has no primary key";
  if (key.include !== undefined) return "its primary key holds more columns than identify a row";
  if (key.deferred !== undefined) return "its primary key is deferrable";
  if (!isUsable(table.schema) || !isUsable(table.name)) return "its name cannot stand in a query of the application";
  const unfit = columns.find(({ name }) => key.columns.includes(name) && isUnfitKey(columns, name));
  if (unfit !== undefined) return `${unfit.name} is no type that a key can have`;
  return columns.map(obstacleOfColumn).find((reason) => reason !== undefined);
}

/** Queries of the application take a point for the end of a schema, and ` as ` for an alias. */
const isUsable = (name: string): boolean => !/\.| as /i.test(name);

const isUnfitKey = (columns: readonly Column[], name: string): boolean =>
  columns.some(
    (column) =>
      column.name === name && (column.generated !== null || /\[\]$|^(json|jsonb|tsvector)$/.test(column.type)),
  );

const largest: Readonly<Record<string, string>> = {
  smallint: "32767",
  integer: "2147483647",
  bigint: "9223372036854775807",
};

function obstacleOfColumn({ name, collation, identityOptions, type }: Column): string | undefined {
  if (!isUsable(name)) return `the name of its column ${name} cannot stand in a query of the application`;
  if (name in Object.prototype) return `its column ${name} is called like what every object in JavaScript has`;
  if (collation !== null) return `its column ${name} has a collation of its own`;
  if (identityOptions === undefined) return undefined;
  const { start, increment, minimum, maximum, cache, cycle } = identityOptions;
  const usual = [start, increment, minimum, cache].every((number) => number === "1") && !cycle;
  return usual && maximum === largest[splitType(type).base] ? undefined : `${name} counts in a way of its own`;
}
