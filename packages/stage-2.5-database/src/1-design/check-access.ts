import type { ConfiguredEntity } from "@build-it/artifacts";
import type { Diagnostic } from "@build-it/stage-contract";
import { changesWithoutRead, ownerRuleWithoutOwner } from "../diagnostics/bodies.ts";
import { boundRoles, rulesFor } from "./design-policies.ts";

/** What is wrong with an entity's access rules, or will surprise its author. */
export function checkAccess(entity: ConfiguredEntity): readonly Diagnostic[] {
  const ownerless = entity.behaviours.owner === undefined ? entity.access.filter(({ to }) => to === "owner") : [];
  const blind = boundRoles.flatMap((role) =>
    rulesFor(entity, role, "read").length > 0
      ? []
      : (["update", "delete"] as const).flatMap((operation) => {
          const [rule] = rulesFor(entity, role, operation);
          return rule === undefined ? [] : [changesWithoutRead(entity.name, role, operation, rule.source)];
        }),
  );
  return [...ownerless.map(({ source }) => ownerRuleWithoutOwner(entity.name, source)), ...blind];
}
