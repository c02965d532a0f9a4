import { type DatabaseSchema, diffSchemas, emptySchema, planMigration } from "@build-it/postgres-schema";
import { createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readSchema, tryOut } from "./read-schema.ts";
import { selectAffectedPart } from "./select-affected-part.ts";

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await createTestDatabase({ major: 17 });
  client = await database.client();
});
afterAll(() => database.drop());

const common = `
  CREATE TYPE mood AS ENUM ('sad', 'glad');
  CREATE FUNCTION half(number integer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN number / 2;
  CREATE TABLE teams (id integer PRIMARY KEY, name text NOT NULL, size integer CHECK (half(size) > 1));
  CREATE TABLE people (id serial PRIMARY KEY, team_id integer REFERENCES teams (id), mood mood DEFAULT 'sad');
  CREATE INDEX people_team_idx ON people (team_id) WHERE mood = 'glad';
  CREATE TABLE teams_more (extra text) INHERITS (teams);
  ALTER TABLE people ENABLE ROW LEVEL SECURITY;
  CREATE POLICY own ON people USING (EXISTS (SELECT FROM teams t WHERE t.id = team_id AND t.name = current_user));
  CREATE VIEW crowded AS SELECT * FROM teams WHERE size > 100;
  CREATE VIEW crowds AS SELECT count(*) FROM crowded;
  CREATE TABLE apart (id integer PRIMARY KEY, note text DEFAULT 'none');
  CREATE TABLE aside (id integer PRIMARY KEY);
  CREATE TABLE away (id integer PRIMARY KEY);
  CREATE TABLE alone (id integer PRIMARY KEY);
  COMMENT ON TABLE apart IS 'Has nothing to do with the others.';`;

/** The schema that this SQL makes. It serves as a design too: it is built from as one. */
const schemaOf = (sql: string): Promise<DatabaseSchema> =>
  tryOut(client, async () => {
    await client.query(sql);
    return readSchema(client, ["public"]);
  });

const build = (design: DatabaseSchema): Promise<DatabaseSchema> =>
  schemaOf(
    planMigration(emptySchema, design, { postgresMajor: 17 })
      .steps.map((step) => `${step.sql.text};\n`)
      .join(""),
  );

test.each([
  ["a column added", "ALTER TABLE apart ADD COLUMN more text", ["apart"]],
  ["a column of a table that another refers to", "ALTER TABLE away ADD COLUMN more text", ["away"]],
  ["a comment", "COMMENT ON TABLE apart IS 'Other words.'", ["apart"]],
  [
    "a foreign key to a table that stays",
    "ALTER TABLE apart ADD FOREIGN KEY (id) REFERENCES aside",
    ["apart", "aside"],
  ],
  ["a table gone", "DROP TABLE apart", []],
  ["a table renamed", "ALTER TABLE apart RENAME TO asunder", ["asunder"]],
  ["a default", "ALTER TABLE apart ALTER COLUMN note SET DEFAULT 'some'", ["apart"]],
  ["a table more", "CREATE TABLE added (id integer PRIMARY KEY REFERENCES aside)", ["added", "aside"]],
])("%s: what is built and what is known make the whole", async (_, change, built) => {
  const before = await schemaOf(common);
  const after = await schemaOf(`${common}\n${change};`);
  const part = selectAffectedPart(after, { design: before, catalog: before });
  if (part === null) throw new Error("the part is the whole");
  const tables = [...part.build.objects.values()].flatMap((object) => (object.kind === "table" ? [object.name] : []));
  expect(tables).toEqual(built);
  expect(diffSchemas(after, part.complete(await build(part.build)))).toEqual({ added: [], removed: [], changed: [] });
});

test.each([
  ["a column under views, a policy and a child table", "ALTER TABLE teams RENAME COLUMN name TO title"],
  ["a function that a check calls", "ALTER FUNCTION half(integer) RENAME TO halved"],
  ["an enum that a column and an index use", "ALTER TYPE mood RENAME TO temper"],
])("%s: what it is printed in is built with it", async (_, change) => {
  // Enough of others, for the part to be less than half of the whole.
  const others = Array.from(
    { length: 12 },
    (_, index) => `CREATE TABLE other${index} (id integer PRIMARY KEY, a text);`,
  );
  const sql = `${common}\n${others.join("\n")}`;
  const before = await schemaOf(sql);
  const after = await schemaOf(`${sql}\n${change};`);
  const part = selectAffectedPart(after, { design: before, catalog: before });
  if (part === null) throw new Error("the part is the whole");
  expect(diffSchemas(after, part.complete(await build(part.build)))).toEqual({ added: [], removed: [], changed: [] });
});

test("a view on a view that changes is printed again, though its own words are the same", async () => {
  const others = Array.from({ length: 20 }, (_, index) => `CREATE TABLE other${index} (id integer PRIMARY KEY);`).join(
    "\n",
  );
  const schema = await schemaOf(`${common}\n${others}`);
  const changed = await schemaOf(`${common}\n${others}\nALTER TABLE teams ADD COLUMN more text;`);
  const part = selectAffectedPart(changed, { design: schema, catalog: schema });
  expect([...(part?.build.objects.keys() ?? [])]).toEqual(
    expect.arrayContaining(["view:public.crowded", "view:public.crowds", "policy:public.people.own"]),
  );
});

test("what acts on everything has everything built", async () => {
  const before = await schemaOf(common);
  const after = await schemaOf(`${common}\nCREATE SCHEMA another;`);
  const design = { objects: new Map([...after.objects, ["schema:another", { kind: "schema", name: "another" }]]) };
  expect(selectAffectedPart(design as DatabaseSchema, { design: before, catalog: before })).toBeNull();
});
