import type { ConfiguredEntity } from "@build-it/artifacts";
import type { Table } from "@build-it/postgres-schema";
import { designChecks } from "./design-checks.ts";
import { designColumn } from "./design-column.ts";
import { designDefault } from "./design-default.ts";
import { designForeignKeys } from "./design-foreign-keys.ts";
import { designIndexes } from "./design-indexes.ts";
import { designKeys } from "./design-keys.ts";
import { type Designed, designed } from "./designed.ts";

/** An entity's table with all that makes it up: columns, defaults, keys, checks, references, indexes. */
export function designTable(
  entity: ConfiguredEntity,
  entities: ReadonlyMap<string, ConfiguredEntity>,
): readonly Designed[] {
  const table: Table = {
    kind: "table",
    schema: entity.schema,
    name: entity.table,
    // Nobody but the owner sees a row unless a policy says so. Where SQL says who may do what, it says this too.
    rowSecurity: entity.accessInSql !== true,
    rowSecurityForced: false,
    unlogged: false,
  };
  const keys = designKeys(entity);
  return [
    designed(table, { entity }),
    ...entity.fields.flatMap((field, index) => designColumn(entity, field, index + 1)),
    ...entity.fields.flatMap((field) => designDefault(entity, field)),
    ...keys,
    ...designChecks(entity),
    ...designForeignKeys(entity, entities),
    ...designIndexes(entity, keys),
  ];
}
