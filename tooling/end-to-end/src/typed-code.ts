import { type Iteration, placesOf } from "./code-of-iteration.ts";
import { columnOf, type FieldState } from "./model-state.ts";

/** An iteration's statements as its application says them: with Kysely, over the table types of that iteration. */
export const typedCode = (iteration: Iteration): string => `import type { Kysely } from "kysely";
import type { Database } from "./database.ts";

const id = "00000000-0000-4000-8000-000000000000";

export async function work(db: Kysely<Database>): Promise<void> {
${placesOf(iteration)
  .map(({ table, fields }) => statementsOn(table, fields))
  .join("\n")}}
`;

function statementsOn(table: string, fields: readonly FieldState[]): string {
  const name = JSON.stringify(table);
  const columns = JSON.stringify(["id", ...fields.map((field) => columnOf(field.name))]);
  const values = `{ ${fields.map((field) => `${JSON.stringify(columnOf(field.name))}: ${valueFor(field)}`).join(", ")} }`;
  const mine = `.where("id", "=", id)`;
  return `  await db.insertInto(${name}).values(${values}).returning(${columns}).execute();
  await db.selectFrom(${name}).select(${columns})${mine}.execute();
  await db.updateTable(${name}).set(${values})${mine}.execute();
  await db.deleteFrom(${name})${mine}.execute();
`;
}

function valueFor({ kind, yaml }: FieldState): string {
  switch (kind) {
    case "string":
      return `"it's"`;
    case "integer":
      return yaml.type === "integer" ? "7" : `"7"`;
    case "flag":
      return "true";
    case "tags":
      return `["a,b"]`;
    case "day":
      return "new Date(0)";
    case "reference":
      return "id";
    case "state":
      return JSON.stringify((yaml.values as readonly string[])[0]);
  }
}
