import type { ConfiguredEntity } from "@build-it/artifacts";
import type { Privilege } from "@build-it/postgres-schema";
import { boundRoles, commandOf, operations, rulesFor } from "./design-policies.ts";
import { type Designed, designed, tableOf } from "./designed.ts";

/**
 * What the API's roles may do with a table: what a rule asks for and nothing more. Policies then say with which rows.
 * Supabase grants nothing by itself. https://supabase.com/changelog/45329
 */
export function designGrants(entity: ConfiguredEntity): readonly Designed<Privilege>[] {
  if (entity.accessInSql) return [];
  const grant = (grantee: string, privileges: readonly string[]): readonly Designed<Privilege>[] =>
    privileges.length === 0
      ? []
      : [designed({ kind: "privilege", on: tableOf(entity), grantee, privileges: privileges.toSorted() }, { entity })];
  return [
    ...boundRoles.flatMap((role) =>
      grant(
        role,
        operations
          .filter((operation) => rulesFor(entity, role, operation).length > 0)
          .flatMap((operation) => privilegesFor(entity, commandOf[operation])),
      ),
    ),
    ...grant("service_role", Object.values(commandOf)),
  ];
}

/** A table with secret fields is granted column by column; a whole row is deleted or none of it. */
function privilegesFor(entity: ConfiguredEntity, command: string): readonly string[] {
  if (command === "delete" || !entity.fields.some(({ secret }) => secret)) return [command];
  return entity.fields.filter(({ secret }) => !secret).map(({ column }) => `${command}(${column})`);
}
