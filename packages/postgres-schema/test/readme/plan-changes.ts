import type { Client } from "pg";
import { type IntrospectedSchema, introspectSchema, planBetweenCatalogs, type Step } from "../../src/index.ts";

const read = (client: Client): Promise<IntrospectedSchema> => introspectSchema(client, { schemas: ["public"] });

/** The steps that make `from` like `to`. Throws what neither side can say, so that nothing is passed by in silence. */
export async function planChanges(from: Client, to: Client): Promise<readonly Step[]> {
  const result = planBetweenCatalogs(await read(from), await read(to), {
    postgresMajor: 17,
    renames: [{ kind: "column", schema: "public", table: "accounts", from: "name", to: "title" }],
  });
  if (result.status === "planned") return result.plan.steps;
  throw new Error(result.refusals.map(({ what, name }) => `${what} ${name}`).join(", "));
}
