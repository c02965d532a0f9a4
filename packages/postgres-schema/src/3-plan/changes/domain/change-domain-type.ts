import { idOf } from "../../../schema/identify.ts";
import { referencesOf } from "../../../schema/references.ts";
import type { AlterRule } from "../../change-rule.ts";
import { holdsType, takeOver } from "../type/take-over.ts";
import { checksWithin, domainDefinition } from "./domain.ts";

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
