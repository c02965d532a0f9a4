import type { TestMajor } from "@build-it/test-databases";
import { type DatabaseChoices, sayAttached, startDatabase } from "./arbitrary-database.ts";
import { sayFreeTables } from "./free-tables.ts";
import { sayMaterials } from "./free-types.ts";
import { sayBetweenRelations } from "./free-views.ts";

/**
 * The statements that make a small database of which anything may be otherwise on another side: the type of any column, what gives
 * its default, what hangs on it, the parents of a table. PostgreSQL refuses some of them, which are left out.
 */
export function freeStatements(major: TestMajor, choices: DatabaseChoices): readonly string[] {
  const world = sayMaterials(startDatabase(major, choices));
  sayBetweenRelations(world, sayFreeTables(world));
  sayAttached(world);
  return world.statements;
}
