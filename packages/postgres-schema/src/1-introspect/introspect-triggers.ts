import type { Trigger } from "../schema/objects.ts";
import { addressOf, catalogFamily } from "./catalog-family.ts";
import { type EnabledLetter, enabledWords } from "./enabled-words.ts";

interface TriggerRow extends Omit<Trigger, "kind" | "enabled" | "dependsOn"> {
  readonly oid: string;
  readonly enabled: EnabledLetter;
}

export const triggers = catalogFamily<TriggerRow>(
  () => `
    SELECT t.oid, r.schema, r.name AS table, t.tgname AS name, pg_get_triggerdef(t.oid) AS definition,
           t.tgenabled AS enabled
    FROM relations r JOIN pg_trigger t ON t.tgrelid = r.oid
    WHERE NOT t.tgisinternal AND t.tgparentid = 0`,
  ({ oid, enabled, ...row }, context) => {
    const address = addressOf("pg_trigger", oid);
    const dependsOn = context.dependsOn(address);
    return [{ address, object: { kind: "trigger", ...row, enabled: enabledWords[enabled], dependsOn } }];
  },
);
