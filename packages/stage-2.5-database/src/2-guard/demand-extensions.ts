import { idOf, type SchemaObject } from "@build-it/postgres-schema";
import type { Client } from "pg";
import type { Design } from "../1-design/design.ts";
import { Halt } from "../5-apply/connect.ts";
import { extensionMissing } from "../diagnostics/apply.ts";

/**
 * Demands that a server can install every extension that a design needs. Throws a halt that names the ones it lacks, and
 * the place of the model that asks for them.
 */
export async function demandExtensions(
  client: Client,
  { design, label }: { readonly design: Pick<Design, "objects" | "origins">; readonly label: string },
): Promise<void> {
  const needed = design.objects.filter(
    (object): object is Extract<SchemaObject, { kind: "extension" }> => object.kind === "extension",
  );
  if (needed.length === 0) return;
  const { rows } = await client.query<{ name: string }>(
    "SELECT name FROM unnest($1::text[]) AS name WHERE name NOT IN (SELECT name FROM pg_available_extensions)",
    [needed.map(({ name }) => name)],
  );
  const missing = new Set(rows.map(({ name }) => name));
  if (missing.size === 0) return;
  throw new Halt(
    { kind: "target_unavailable", message: `${label} lacks ${[...missing].join(", ")}, which the model needs.` },
    needed
      .filter(({ name }) => missing.has(name))
      .map((extension) => extensionMissing(extension.name, label, design.origins[idOf(extension)])),
  );
}
