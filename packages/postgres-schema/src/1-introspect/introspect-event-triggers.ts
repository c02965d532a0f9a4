import { functionId } from "../schema/identify.ts";
import { addressOf, catalogFamily } from "./catalog-family.ts";
import { type EnabledLetter, enabledWords } from "./enabled-words.ts";

interface EventTriggerRow {
  readonly oid: string;
  readonly name: string;
  readonly event: string;
  readonly tags: readonly string[] | null;
  readonly enabled: EnabledLetter;
  readonly calls: string;
  readonly function_schema: string;
  readonly function_name: string;
}

/** Event triggers act on the whole database, whatever the schemas are. */
export const eventTriggers = catalogFamily<EventTriggerRow>(
  () => `
    SELECT e.oid, e.evtname AS name, e.evtevent AS event, e.evttags AS tags, e.evtenabled AS enabled,
           quote_ident(n.nspname) || '.' || quote_ident(p.proname) AS calls,
           n.nspname AS function_schema, p.proname AS function_name
    FROM pg_event_trigger e JOIN pg_proc p ON p.oid = e.evtfoid JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE NOT EXISTS (SELECT FROM members m WHERE m.classid = 'pg_event_trigger'::regclass AND m.objid = e.oid)`,
  ({ oid, name, event, tags, enabled, calls, function_schema, function_name }) => [
    {
      address: addressOf("pg_event_trigger", oid),
      object: {
        kind: "event_trigger",
        name,
        event,
        tags: tags ?? [],
        enabled: enabledWords[enabled],
        calls,
        dependsOn: [functionId(function_schema, function_name, [])],
      },
    },
  ],
);
