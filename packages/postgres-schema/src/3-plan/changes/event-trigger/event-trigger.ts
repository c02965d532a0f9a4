import { idOf } from "../../../schema/identify.ts";
import type { EventTrigger } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { ident } from "../../../sql/identifier.ts";
import { literal } from "../../../sql/literal.ts";
import { joinSql, nothing, type Sql, sql, trusted } from "../../../sql/sql.ts";
import type { AlterRule } from "../../change-rule.ts";
import { alterStep, createStep, dropStep, type Step } from "../../step.ts";

const states: Readonly<Record<EventTrigger["enabled"], Sql>> = {
  origin: sql`ENABLE`,
  disabled: sql`DISABLE`,
  replica: sql`ENABLE REPLICA`,
  always: sql`ENABLE ALWAYS`,
};

const setState = (trigger: EventTrigger): Step =>
  alterStep(idOf(trigger), sql`ALTER EVENT TRIGGER ${ident(trigger.name)} ${states[trigger.enabled]}`, {});

export function createEventTrigger(trigger: EventTrigger): readonly Step[] {
  const tags = trigger.tags.length === 0 ? nothing : sql` WHEN TAG IN (${joinSql(trigger.tags.map(literal), ", ")})`;
  return [
    createStep(
      idOf(trigger),
      sql`CREATE EVENT TRIGGER ${ident(trigger.name)} ON ${ident(trigger.event)}${tags} EXECUTE FUNCTION ${trusted(trigger.calls)}()`,
      { needs: referencesOf(trigger) },
    ),
    ...(trigger.enabled === "origin" ? [] : [setState(trigger)]),
  ];
}

export const dropEventTrigger = (trigger: EventTrigger): readonly Step[] => [
  dropStep(idOf(trigger), sql`DROP EVENT TRIGGER ${ident(trigger.name)}`, { releases: referencesOf(trigger) }),
];

export const changeEventTriggerEnabled: AlterRule<"event_trigger"> = { steps: ({ after }) => [setState(after)] };
