import type { EntityFile } from "@build-it/busm";
import { idOf, type Unique } from "@build-it/postgres-schema";
import type { FieldSurroundings } from "./lift-field.ts";
import { nameUnlessUsual } from "./name-unless-usual.ts";

export interface LiftedUniques {
  readonly listed: NonNullable<EntityFile["unique"]>;
  /** Columns whose fields say it themselves. */
  readonly ofFields: ReadonlySet<string>;
  readonly said: readonly Unique[];
}

/** Unique constraints, as options of a field where that is all there is to say. */
export function liftUniques({ parts, doubts }: FieldSurroundings, fields: ReadonlyMap<string, string>): LiftedUniques {
  const said = parts.uniques.filter(
    (unique) => unique.include === undefined && !unique.deferrable && !doubts.objects.has(idOf(unique)),
  );
  const key = parts.primaryKeys[0]?.columns.join();
  const named = said.map((unique) => ({
    unique,
    ...nameUnlessUsual(unique.name, unique.table, ...unique.columns, "key"),
  }));
  const isOfField = ({ unique, name }: (typeof named)[number]): boolean =>
    name === undefined && unique.columns.length === 1 && !unique.nullsNotDistinct && unique.columns.join() !== key;
  return {
    listed: named
      .filter((each) => !isOfField(each))
      .map(({ unique: { columns, nullsNotDistinct }, name }) => ({
        fields: columns.map((column) => fields.get(column) ?? column),
        ...(name === undefined ? {} : { name }),
        ...(nullsNotDistinct ? { nulls: "equal" as const } : {}),
      })),
    ofFields: new Set(named.filter(isOfField).flatMap(({ unique }) => unique.columns)),
    said,
  };
}
