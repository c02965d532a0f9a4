import { idOf } from "../../../schema/identify.ts";
import type { IndexedSchema } from "../../../schema/indexed-schema.ts";
import type { Domain, DomainCheck } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import type { AlterRule } from "../../change-rule.ts";
import { holdsType, takeOver } from "../type/take-over.ts";
import { domainDefinition } from "./domain.ts";

/** PostgreSQL cannot put a domain on another type, so a new domain takes over and the columns move to it. */
export const changeDomainType: AlterRule<"domain"> = {
  stepsAside: holdsType,
  rebuilds: () => true,
  steps: (change, context) => {
    const checks = checksWithin(change.after, context.after);
    return takeOver(
      change,
      {
        sql: domainDefinition(change.after, checks),
        needs: checks.flatMap(referencesOf).filter((id) => id !== change.id),
        creates: checks.map(idOf),
      },
      context,
    );
  },
};

/** The checks that a domain can be made with: before anything holds its values, and without what takes one. */
export const checksWithin = (domain: Domain, schema: IndexedSchema): readonly DomainCheck[] =>
  schema.partsOf(idOf(domain)).flatMap((part) => {
    if (part.kind !== "domain_check" || !part.validated) return [];
    const callsWithIt = part.dependsOn.some((id) => {
      const used = schema.objects.get(id);
      return used !== undefined && used.kind === "function" && referencesOf(used).includes(idOf(domain));
    });
    return callsWithIt ? [] : [part];
  });
