import { existsSync, readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { availableMajors, createTestDatabase, type TestDatabase, type TestMajor } from "@build-it/test-databases";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { observe, psql, schemas, tablesOf } from "./observe-import.ts";
import { withAccount } from "./seed-model.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

/** `build-it import`: real schemas become models, entities where they can, and nothing of them is lost. */

// Every command builds and compares whole schemas.
const timeout = 300_000;

interface RealSchema {
  readonly name: string;
  readonly files: readonly string[];
  readonly major: TestMajor;
  /** What must be there before, also where it is built. */
  readonly prelude?: string;
  readonly only: readonly string[];
  readonly entities: number;
  /** Parts of it on tables of the server's own schemas. */
  readonly beside?: readonly string[];
  /** Tables that are none, and why. */
  readonly inSql: readonly string[];
}

const realSchemas: readonly RealSchema[] = [
  { name: "chinook", files: ["chinook.sql"], major: 15, only: ["public"], entities: 11, inSql: [] },
  {
    name: "pagila",
    files: ["pagila.sql"],
    major: 18,
    only: ["public"],
    entities: 15,
    inSql: ["payment: it is partitioned"],
  },
  {
    name: "atomic-crm",
    files: ["atomic-crm.sql"],
    // The model is made, and its iterations are rehearsed, on another version than the database's.
    major: 15,
    prelude: "supabase-stub.sql",
    only: ["public", "private"],
    entities: 10,
    inSql: [],
    beside: [
      ...[0, 1, 3].map((number) => `policy Attachments 1mt4rzk_${number} on storage.objects`),
      ...["created", "updated"].map((event) => `trigger on_auth_user_${event} on auth.users`),
    ],
  },
];

const present = (schema: RealSchema): boolean =>
  existsSync(join(schemas, schema.files[0] ?? "")) && availableMajors().includes(schema.major);

const databases: TestDatabase[] = [];
afterEach(async () => {
  for (const database of databases.splice(0)) await database.drop();
});

async function databaseOf({ files, major, prelude }: RealSchema, loaded: "loaded" | "empty"): Promise<TestDatabase> {
  const database = await createTestDatabase({ major });
  databases.push(database);
  for (const file of [...(prelude === undefined ? [] : [prelude]), ...(loaded === "loaded" ? files : [])])
    psql(database.url, "-f", join(schemas, file));
  return database;
}

const environments = `existing: { apply: "auto", target: { env: "EXISTING_URL" } }, fresh: { apply: "auto", target: { env: "FRESH_URL" } }`;

describe.each(realSchemas)("$name on PostgreSQL $major", (schema) => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await createWorkspace({ environments, major: schema.major === 18 ? 18 : 17 });
  });
  afterAll(() => workspace[Symbol.asyncDispose]());

  test.skipIf(!present(schema))(
    "is adopted as it is, and built anew elsewhere",
    async () => {
      const existing = await databaseOf(schema, "loaded");
      const before = observe(existing, schema.only);
      const imported = await workspace.buildIt("import", "--from", existing.url, "--json");
      expect(imported.exitCode, imported.stderr).toBe(0);
      expect(tablesOf(imported.stdout)).toMatchObject({ entities: { length: schema.entities }, inSql: schema.inSql });
      expect(JSON.parse(imported.stdout).leftOut).toEqual(schema.beside ?? []);
      expect(observe(existing, schema.only)).toEqual(before);
      const urls = { EXISTING_URL: existing.url, FRESH_URL: (await databaseOf(schema, "empty")).url };

      const run = await workspace.buildItWith(urls, "run", "--env", "existing");
      expect(run.exitCode, run.stderr).toBe(0);
      expect(run.stdout).toContain("nothing to change");
      expect(observe(existing, schema.only)).toEqual(before);
      const { stdout: history } = await workspace.buildItWith(urls, "history", "--env", "existing", "--json");
      expect(JSON.parse(history).rows).toMatchObject([{ iteration: 1, action: "adopt", success: true }]);

      const built = await workspace.buildItWith(urls, "run", "--env", "fresh");
      expect(built.exitCode, built.stderr).toBe(0);
      expect(observe(databases[1] as TestDatabase, schema.only)).toEqual(before);
      const below = await workspace.buildItWith(urls, "rollback", "--env", "existing", "--to", "0");
      expect([below.exitCode, below.stderr]).toEqual([1, expect.stringContaining("database/rollback_below_baseline")]);
    },
    timeout,
  );
});

describe("afterwards", () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await createWorkspace({ environments });
  });
  afterAll(() => workspace[Symbol.asyncDispose]());

  const sql = `CREATE TABLE rooms (number int PRIMARY KEY, beds int NOT NULL CHECK (beds > 0));
    CREATE TABLE stays (room int REFERENCES rooms, night date, PRIMARY KEY (room, night));
    INSERT INTO rooms VALUES (1, 2);`;

  test(
    "the model is changed like any other, and taken back to the baseline and no further",
    async () => {
      const existing = await createTestDatabase();
      databases.push(existing);
      psql(existing.url, "-c", sql);
      expect((await workspace.buildIt("import", "--from", existing.url)).exitCode).toBe(0);
      const again = await workspace.buildIt("import", "--from", existing.url);
      expect([again.exitCode, again.stderr]).toEqual([1, expect.stringContaining("There is a model already")]);

      const url = { EXISTING_URL: existing.url };
      const file = "entities/room.yaml";
      const text = await workspace.read(`../../busm/crm/${file}`);
      expect(text).toBe(
        "entity: Room\nkey: number\nfields:\n  number: integer\n  beds: { type: integer, required: true }\n" +
          "checks:\n  rooms_beds_check: (beds > 0)\naccess: sql\n",
      );
      await workspace.writeModel({ [file]: text.replace("checks:", "  view: string(20)\nchecks:") });
      const run = await workspace.buildItWith(url, "run", "--env", "existing");
      expect(run.exitCode, run.stderr).toBe(0);
      const [migration = ""] = readdirSync(join(workspace.app, "database/migrations")).filter((name) =>
        name.startsWith("002"),
      );
      expect((await workspace.read(`database/migrations/${migration}`)).match(/^[A-Z].*;$/gm)).toEqual([
        "ALTER TABLE public.rooms ADD COLUMN view character varying(20);",
      ]);
      const back = await workspace.buildItWith(url, "rollback", "--env", "existing", "--to", "1");
      expect(back.exitCode, back.stderr).toBe(0);
      expect(psql(existing.url, "-At", "-c", "SELECT * FROM rooms")).toBe("1|2\n");
    },
    timeout,
  );

  test(
    "what cannot be imported is refused, and leaves nothing",
    async () => {
      await workspace.reset();
      const nowhere = await workspace.buildIt("import", "--from", "postgresql://nobody:secret@127.0.0.1:1/x");
      expect([nowhere.exitCode, nowhere.stderr]).toEqual([1, expect.not.stringContaining("secret")]);
      await workspace.writeModel(withAccount);
      expect((await workspace.buildIt("run")).exitCode).toBe(0);
      const { stdout: url } = await workspace.buildIt("db", "url");
      await workspace.writeModel({ "module.yaml": null, "entities/account.yaml": null });
      const elsewhere = join(workspace.root, "elsewhere");
      const managed = await workspace.buildIt("import", elsewhere, "--from", url.trim());
      expect([managed.exitCode, managed.stderr]).toEqual([7, expect.stringContaining("build-it/source_has_history")]);
      expect(existsSync(join(elsewhere, "build-it.config.ts"))).toBe(false);
      const broken = join(workspace.root, "broken.sql");
      await writeFile(broken, "CREATE TABLE t (id nonsense);");
      const refused = await workspace.buildIt("import", elsewhere, "--from", broken);
      expect([refused.exitCode, refused.stderr]).toEqual([1, expect.stringContaining("broken.sql:1:20")]);
      await workspace.buildIt("db", "stop", "--force");
    },
    timeout,
  );
});
