import { idOf } from "../../../schema/identify.ts";
import type { Trigger } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { type Sql, sql, trusted } from "../../../sql/sql.ts";
import type { AlterRule } from "../../change-rule.ts";
import { alterStep, createStep, dropStep, type Step } from "../../step.ts";

const states: Readonly<Record<Trigger["enabled"], Sql>> = {
  origin: sql`ENABLE TRIGGER`,
  disabled: sql`DISABLE TRIGGER`,
  replica: sql`ENABLE REPLICA TRIGGER`,
  always: sql`ENABLE ALWAYS TRIGGER`,
};

const setState = (trigger: Trigger): Step =>
  alterStep(
    idOf(trigger),
    sql`ALTER TABLE ${qualified(trigger.schema, trigger.table)} ${states[trigger.enabled]} ${ident(trigger.name)}`,
    {
      lock: "share_row_exclusive",
    },
  );

export const createTrigger = (trigger: Trigger): readonly Step[] => [
  createStep(idOf(trigger), trusted(trigger.definition), { lock: "share_row_exclusive", needs: referencesOf(trigger) }),
  ...(trigger.enabled === "origin" ? [] : [setState(trigger)]),
];

export const dropTrigger = (trigger: Trigger): readonly Step[] => [
  dropStep(idOf(trigger), sql`DROP TRIGGER ${ident(trigger.name)} ON ${qualified(trigger.schema, trigger.table)}`, {
    lock: "access_exclusive",
    releases: referencesOf(trigger),
  }),
];

export const changeTriggerEnabled: AlterRule<"trigger"> = { steps: ({ after }) => [setState(after)] };
