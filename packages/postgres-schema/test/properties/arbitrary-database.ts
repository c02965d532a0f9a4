import type { TestMajor } from "@build-it/test-databases";
import type { Choices } from "./choices.ts";
import { sayInheritance, sayPartitions, sayViews } from "./relations.ts";
import { sayRoutines } from "./routines.ts";
import { sayTables } from "./tables.ts";
import { sayTypes } from "./types.ts";
import { sayDatabase, sayDefaultPrivileges, sayExtension, sayForeign, sayTextSearch } from "./whole-database.ts";
import { createWorld, type World } from "./world.ts";

/** Parts of a database that are there or not as a whole, so that one is not all of them at once. */
const themes = {
  extension: sayExtension,
  types: sayTypes,
  routines: sayRoutines,
  textSearch: sayTextSearch,
  foreign: sayForeign,
  tables: sayTables,
  partitions: sayPartitions,
  inheritance: sayInheritance,
  views: sayViews,
  database: sayDatabase,
} as const satisfies Readonly<Record<string, (world: World) => void>>;

const always: ReadonlySet<string> = new Set(["routines", "tables"]);

export interface DatabaseChoices {
  /** What is there, and how it is. */
  readonly content: Choices;
  /** How names are spelled and which themes there are: the same for two databases that are compared. */
  readonly frame: Choices;
}

/** The statements that make a database of all kinds of object, with names and texts that are hard to write. */
export function databaseStatements(major: TestMajor, choices: DatabaseChoices): readonly string[] {
  const world = startDatabase(major, choices);
  const { flip, id, say, make } = world;
  if (flip("two")) {
    say(`CREATE SCHEMA ${id("two")}`);
    make("two", `SCHEMA ${id("two")}`, { rights: ["USAGE"] });
  }
  const early = flip("default privileges come first");
  if (early) sayDefaultPrivileges(world);
  for (const [theme, sayTheme] of Object.entries(themes))
    if (always.has(theme) || choices.frame.numberOf(`theme ${theme}`) % 3 === 1) sayTheme(world);
  sayAttached(world);
  if (!early) sayDefaultPrivileges(world);
  return world.statements;
}

/** A database with one schema and nothing in it. */
export function startDatabase(major: TestMajor, { content, frame }: DatabaseChoices): World {
  const world = createWorld(
    major,
    (question, count) => content.numberOf(question) % count,
    (key, count) => frame.numberOf(`name of ${key}`) % count,
  );
  const named = `SCHEMA ${world.id("one")}`;
  world.say(`CREATE ${named}`);
  world.make("one", named, { rights: ["USAGE", "CREATE"] });
  return world;
}

/** Comments, owners and rights of whatever is there. */
export function sayAttached({ made, flip, some, text, role, owner, say }: World): void {
  for (const { key, named, rights, grantable, ownable, everyones } of made) {
    if (flip(`${key} comment`, 4)) say(`COMMENT ON ${named} IS ${text(`${key} comment is`)}`);
    if (ownable && flip(`${key} owner`, 8)) say(`ALTER ${named} OWNER TO ${owner(`${key} owner is`)}`);
    if (rights.length === 0 || !flip(`${key} rights`, 3)) continue;
    const given = some(`${key} rights are`, rights);
    const option = flip(`${key} rights may be passed on`, 4) ? "WITH GRANT OPTION" : "";
    if (given.length > 0) say(`GRANT ${given.join(", ")} ON ${grantable} TO ${role(`${key} rights to`)} ${option}`);
    if (!everyones && (rights.includes("EXECUTE") || rights[0] === "USAGE") && flip(`${key} rights of everyone`, 4))
      say(`REVOKE ALL ON ${grantable} FROM PUBLIC`);
  }
}
