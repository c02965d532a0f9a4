import { type DatabaseSchema, emptySchema } from "@build-it/postgres-schema";
import { createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Design } from "../1-design/design.ts";
import { checksumOf } from "../3-write/checksum.ts";
import { joinParts } from "../3-write/join-parts.ts";
import type { DatabaseFiles } from "../3-write/read-database-files.ts";
import { snapshotFormat } from "../3-write/snapshot.ts";
import { Halt } from "../5-apply/connect.ts";
import type { DatabaseProject } from "../project.ts";
import { type Rehearsed, rehearseMigration } from "./rehearse-migration.ts";

const major = 17;
let database: TestDatabase;
let project: DatabaseProject;
beforeAll(async () => {
  database = await createTestDatabase({ major });
  const urlOf = (name: string): string => database.url.replace(/\/[^/]*$/, `/${name}`);
  const nowhere = "/nowhere";
  project = {
    name: database.name,
    databaseFolder: nowhere,
    typesFolder: nowhere,
    workFolder: nowhere,
    changes: "simple",
    batches: { rows: 1, pauseMs: 0 },
    target: () => Promise.reject(new Error("a rehearsal has nothing to do with the target")),
    shadow: async () => ({ major, urlOf }),
  };
});
afterAll(async () => {
  const client = await database.client();
  for (const scratch of ["shadow", "blank"])
    await client.query(`DROP DATABASE IF EXISTS "${database.name}_${scratch}" WITH (FORCE)`);
  await client.end();
  await database.drop();
});

const designOf = (schema: DatabaseSchema): Design => ({
  objects: [...schema.objects.values()],
  origins: {},
  retained: {},
  enumValues: {},
  usedCasts: {},
});

/** An iteration that left nothing in the database: whatever is built from nothing is held against it. */
const files: DatabaseFiles = {
  iterations: [],
  snapshot: { format: snapshotFormat, iteration: 1, postgresMajor: major, design: designOf(emptySchema), catalog: [] },
};

const ways = { up: "CREATE TABLE public.apples (id integer)", down: "DROP TABLE public.apples" };

function rehearse(
  parts: readonly { readonly up: string; readonly down: string }[],
  schema: DatabaseSchema,
  from: DatabaseFiles = files,
): Promise<Rehearsed> {
  const written = parts.map(({ up, down }, index) => ({
    file: `${index}.sql`,
    sql: `${up};\n`,
    checksum: checksumOf(up),
    run: { mode: "transaction" as const },
    rollbackFile: `${index}_rollback.sql`,
    rollbackSql: `${down};\n`,
  }));
  return rehearseMigration(project, {
    files: from,
    migration: joinParts({ iteration: 1, name: "001_apples" }, written),
    designed: { design: designOf(schema), schema },
    steps: [],
    recorded: false,
    signal: new AbortController().signal,
  });
}

/** What the right migration leads to, which serves as a design too. The first one is held against nothing. */
const rightCatalog = async (): Promise<DatabaseSchema> =>
  (await rehearse([ways], emptySchema, { iterations: [], snapshot: null })).catalog;

test("gives what a migration leads to, where both ways do", async () => {
  const designed = await rightCatalog();
  const { catalog } = await rehearse([ways], designed);
  expect([...catalog.objects.keys()]).toEqual(["column:public.apples.id", "table:public.apples"]);
  const half = { up: "CREATE TABLE public.apples ()", down: ways.down };
  await rehearse([half, { up: "ALTER TABLE public.apples ADD id integer", down: ways.down }], designed);
});

const leads = "001_apples should lead to what building the model from nothing gives";
const onceMore = `${ways.up}; DO $$ BEGIN IF to_regclass('build_it.seen') IS NOT NULL THEN
  ALTER TABLE public.apples ADD more integer; END IF; END $$`;

test.each([
  ["leads elsewhere", [{ ...ways, up: `${ways.up}; ALTER TABLE public.apples ADD more integer` }], leads],
  ["does nothing", [{ up: "SELECT 1", down: "SELECT 1" }], leads],
  // The rollback that fails is no more than what came of it.
  ["leads elsewhere, from where its rollback fails", [{ up: "SELECT 1", down: ways.down }], leads],
  ["is not taken back", [{ ...ways, down: "SELECT 1" }], "0_rollback.sql should bring back the schema before it"],
  [
    "takes back more than it did",
    [{ ...ways, down: `${ways.down}; CREATE TABLE public.pears ()` }],
    "0_rollback.sql should bring back the schema before it",
  ],
  [
    "is not taken back in its midst",
    [
      { up: "SELECT 1", down: "CREATE TABLE public.pears ()" },
      { ...ways, down: ways.down },
    ],
    "0_rollback.sql should bring back the schema before it",
  ],
  [
    "does something else the second time",
    [{ up: onceMore, down: `${ways.down}; CREATE TABLE build_it.seen ()` }],
    "001_apples should do the same after its rollback",
  ],
])("halts where a migration %s", async (_, parts, claim) => {
  const designed = await rightCatalog();
  const halt: unknown = await rehearse(parts, designed).catch((error: unknown) => error);
  expect(halt).toBeInstanceOf(Halt);
  expect((halt as Halt).diagnostics[0]).toMatchObject({
    code: "database/rehearsal_differs",
    message: expect.stringContaining(claim),
  });
});

test("names the statement that failed", async () => {
  const designed = await rightCatalog();
  const halt: unknown = await rehearse([{ ...ways, up: "SELECT 1 / 0" }], designed).catch((error: unknown) => error);
  expect((halt as Halt).diagnostics[0]).toMatchObject({ code: "database/rehearsal_statement_failed" });
});
