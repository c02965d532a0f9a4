import type { Client } from "pg";
import { introspectSchema, planMigration } from "../src/index.ts";

/** The statements that make the schema `public` of one database like that of another, and what each may cost. */
export async function compareDatabases(from: Client, to: Client) {
  const before = await introspectSchema(from, { schemas: ["public"] });
  const after = await introspectSchema(to, { schemas: ["public"] });
  const { steps } = planMigration(before.schema, after.schema, { postgresMajor: 17 });
  return steps.map(({ sql, lock, hazards }) => ({ sql: sql.text, lock, hazards }));
}
