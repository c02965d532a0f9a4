import type { ConfiguredEntity } from "@build-it/artifacts";
import {
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
import { columnIdOf, columnsOf, type Designed, designed, placeOf } from "./designed.ts";

/** Triggers for what an entity does by itself, each with the function it calls. */
export function designBehaviours(entity: ConfiguredEntity): readonly Designed<Trigger | Routine>[] {
  const { touchedAt, touchedBy, immutable, softDelete } = entity.behaviours;
  const columnsNamed = (field: string | undefined): readonly string[] =>
    field === undefined ? [] : columnsOf(entity, [field]);
  const held = columnsOf(entity, immutable);
  return [
    ...behaviour(entity, "set_change_time", setChangeTime, columnsNamed(touchedAt), sql`BEFORE UPDATE`),
    ...behaviour(entity, "set_change_user", setChangeUser, columnsNamed(touchedBy), sql`BEFORE UPDATE`),
    ...behaviour(
      entity,
      "refuse_changes",
      refuseChanges,
      held,
      sql`BEFORE UPDATE OF ${joinSql(held.map(ident), ", ")}`,
    ),
    // Servers and owners still delete for good.
    ...behaviour(entity, "delete_softly", deleteSoftly, columnsNamed(softDelete), sql`BEFORE DELETE`, usersOnly),
  ];
}

const usersOnly = sql` WHEN (current_user IN ('anon', 'authenticated'))`;
const anyone = sql``;

function behaviour(
  entity: ConfiguredEntity,
  name: string,
  routine: Routine,
  columns: readonly string[],
  event: Sql,
  condition: Sql = anyone,
): readonly Designed<Trigger | Routine>[] {
  if (columns.length === 0) return [];
  const table = qualified(entity.schema, entity.table);
  const call = sql`${qualified(routine.schema, routine.name)}(${joinSql(columns.map(literal), ", ")})`;
  const trigger: Trigger = {
    kind: "trigger",
    ...placeOf(entity),
    name,
    definition:
      sql`CREATE TRIGGER ${ident(name)} ${event} ON ${table} FOR EACH ROW${condition} EXECUTE FUNCTION ${call}`.text,
    enabled: "origin",
    dependsOn: [idOf(routine), ...columns.map((column) => columnIdOf(entity, column))],
  };
  return [designed<Routine>(routine, { entity }), designed<Trigger>(trigger, { entity })];
}
