import type { SchemaObject } from "@build-it/postgres-schema";
import type { Client } from "pg";
import { Halt } from "../5-apply/connect.ts";
import { createRole, findMissingRoles } from "../5-apply/ensure-roles.ts";
import { rolesMissing } from "../diagnostics/apply.ts";

/** Demands that a server of somebody else's has the roles that a design gives rights to. Throws a halt that names those it lacks. */
export async function demandRoles(
  client: Client,
  { objects, label }: { readonly objects: readonly SchemaObject[]; readonly label: string },
): Promise<void> {
  const missing = await findMissingRoles(client, objects);
  if (missing.length === 0) return;
  throw new Halt(
    { kind: "target_unavailable", message: `${label} lacks ${missing.join(", ")}, whom the model gives rights.` },
    [rolesMissing(label, missing, missing.map((name) => `${createRole(name)};`).join(" "))],
  );
}
