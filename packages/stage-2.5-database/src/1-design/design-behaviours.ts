import type { ConfiguredEntity } from "@build-it/artifacts";
import {
  columnId,
  ident,
  idOf,
  joinSql,
  literal,
  qualified,
  type Routine,
  type Sql,
  sql,
  type Trigger,
} from "@build-it/postgres-schema";
import { deleteSoftly, refuseChanges, setChangeTime, setChangeUser } from "./behaviour-functions.ts";
import { columnsOf, type Designed, designed, placeOf } from "./designed.ts";

/** Triggers for what an entity does by itself, each with the function it calls. */
export function designBehaviours(entity: ConfiguredEntity): readonly Designed<Trigger | Routine>[] {
  const { touchedAt, touchedBy, immutable, softDelete } = entity.behaviours;
  const columnsNamed = (field: string | undefined): readonly string[] =>
    field === undefined ? [] : columnsOf(entity, [field]);
  const held = columnsOf(entity, immutable);
  return [
    ...behaviour(entity, "set_change_time", setChangeTime, columnsNamed(touchedAt), sql`BEFORE UPDATE`),
    ...behaviour(entity, "set_change_user", setChangeUser, columnsNamed(touchedBy), sql`BEFORE UPDATE`),
    ...(held.length === 0
      ? []
      : [
          designed<Routine>(refuseChanges, { entity }),
          designed<Trigger>(designRefusal(placeOf(entity), held), { entity }),
        ]),
    // Servers and owners still delete for good.
    ...behaviour(entity, "delete_softly", deleteSoftly, columnsNamed(softDelete), sql`BEFORE DELETE`, usersOnly),
  ];
}

const usersOnly = sql` WHEN (current_user IN ('anon', 'authenticated'))`;
const anyone = sql``;

/** Refuses changes of columns that are set once. PostgreSQL asks only where a statement names one of them. */
export const designRefusal = (place: Place, columns: readonly string[]): Trigger =>
  triggerOf(place, "refuse_changes", {
    event: sql`BEFORE UPDATE OF ${joinSql(columns.map(ident), ", ")}`,
    routine: refuseChanges,
    columns,
    condition: anyone,
  });

type Place = ReturnType<typeof placeOf>;

function behaviour(
  entity: ConfiguredEntity,
  name: string,
  routine: Routine,
  columns: readonly string[],
  event: Sql,
  condition: Sql = anyone,
): readonly Designed<Trigger | Routine>[] {
  if (columns.length === 0) return [];
  const trigger = triggerOf(placeOf(entity), name, { event, routine, columns, condition });
  return [designed<Routine>(routine, { entity }), designed<Trigger>(trigger, { entity })];
}

interface Behaviour {
  readonly event: Sql;
  readonly routine: Routine;
  readonly columns: readonly string[];
  readonly condition: Sql;
}

function triggerOf(place: Place, name: string, { event, routine, columns, condition }: Behaviour): Trigger {
  const table = qualified(place.schema, place.table);
  const call = sql`${qualified(routine.schema, routine.name)}(${joinSql(columns.map(literal), ", ")})`;
  return {
    kind: "trigger",
    ...place,
    name,
    definition:
      sql`CREATE TRIGGER ${ident(name)} ${event} ON ${table} FOR EACH ROW${condition} EXECUTE FUNCTION ${call}`.text,
    enabled: "origin",
    dependsOn: [idOf(routine), ...columns.map((column) => columnId(place.schema, place.table, column))],
  };
}
