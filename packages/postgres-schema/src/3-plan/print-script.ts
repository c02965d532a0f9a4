import { joinSql, type Sql, sql } from "../sql/sql.ts";
import type { Plan } from "./plan-migration.ts";
import type { Step } from "./step.ts";

/**
 * A plan as a script that runs as it is in psql: in one transaction, but for the statements that PostgreSQL refuses in one,
 * which come between two. `heading` is put before it as comments, a line each.
 */
export function printScript({ steps }: Pick<Plan, "steps">, heading: readonly string[] = []): string {
  const comments = [...heading, ...costsOf(steps)].map((line) => `-- ${oneLine(line)}\n`).join("");
  if (steps.length === 0) return comments;
  const statements: Sql[] = [sql`SET check_function_bodies = off`];
  let open = false;
  for (const step of steps) {
    if (step.transactional !== open) {
      statements.push(open ? sql`COMMIT` : sql`BEGIN`);
      open = !open;
    }
    statements.push(step.sql);
  }
  if (open) statements.push(sql`COMMIT`);
  return `${comments}\n${joinSql(statements, ";\n").text};\n`;
}

function costsOf(steps: readonly Step[]): readonly string[] {
  const hazards = [...new Set(steps.flatMap((step) => step.hazards))].sort();
  return hazards.length === 0 ? [] : [`Hazards: ${hazards.map((hazard) => hazard.replaceAll("_", " ")).join(", ")}`];
}

/** A name with a line break in it would end the comment. */
const oneLine = (text: string): string => text.replaceAll(/[\r\n\u2028\u2029\u0085\v\f]+/g, " ");
