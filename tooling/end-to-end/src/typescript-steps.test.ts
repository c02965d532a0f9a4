import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { modelOfAccount, withAccount } from "./seed-model.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

/** Steps in TypeScript are part of an iteration as those in SQL are, and are checked against its tables. */

const production = "crm_production";
let workspace: Workspace;
beforeAll(async () => {
  workspace = await createWorkspace({
    environments: `production: { apply: "approved", target: { embedded: true, database: "${production}" } }`,
  });
});
afterAll(() => workspace[Symbol.asyncDispose]());

beforeEach(async () => {
  await workspace.reset();
  await workspace.writeModel(withAccount);
  await succeed("run");
  await workspace.query("INSERT INTO accounts (name) VALUES ('Ada'), ('Grace')");
  await workspace.writeModel({ "entities/account.yaml": modelOfAccount("  code: text\n") });
});

async function succeed(...args: readonly string[]): Promise<string> {
  const { exitCode, stderr, stdout } = await workspace.buildIt(...args);
  expect(exitCode, stderr).toBe(0);
  return stdout + stderr;
}

async function writeStep(name: string, text: string): Promise<void> {
  await mkdir(join(workspace.app, "database/steps"), { recursive: true });
  await writeFile(join(workspace.app, "database/steps", name), text);
}

const codes = async (database?: string): Promise<readonly unknown[]> =>
  (await workspace.query<{ code: string }>("SELECT code FROM accounts ORDER BY name", database)).map(
    ({ code }) => code,
  );

const typed = (when: "before" | "after", body: string): string => `import type { Kysely } from "kysely";
import type { Database } from "../../.build-it/step-types/${when}/database.ts";

${body}`;

// What SQL alone could not say as well: a value that is worked out for each row. The comment is to do no harm.
const fillCodes = typed(
  "after",
  `export async function up(db: Kysely<Database>) { /* $$; */
  for (const { id, name } of await db.selectFrom("accounts").select(["id", "name"]).execute())
    await db.updateTable("accounts").set({ code: [...name].reverse().join("") }).where("id", "=", id).execute();
}

export async function down(db: Kysely<Database>) {
  await db.updateTable("accounts").set({ name: "was here" }).execute();
}
`,
);

test("a step reads rows and writes others in the transaction of its migration, and is taken back by its down", async () => {
  await writeStep("fill_codes.after.ts", fillCodes);
  await succeed("run");
  expect(await codes()).toEqual(["adA", "ecarG"]);
  const migration = await workspace.read("database/migrations/002_add_code.sql");
  expect(migration).toMatch(/ADD COLUMN code.*-- build-it runs up of steps\/fill_codes\.after\.ts:\n--\| import/s);
  expect(JSON.parse(await workspace.read("database/iterations/002.json")).steps).toMatchObject([
    { file: "steps/fill_codes.after.ts", reverse: { file: "steps/fill_codes.after.ts" } },
  ]);
  await succeed("rollback", "--to", "1", "--discard-data");
  expect(await workspace.query("SELECT DISTINCT name FROM accounts")).toEqual([{ name: "was here" }]);
});

test("production runs it from the migration that was approved, without its file", async () => {
  const applyApproved = async (iteration: string): Promise<void> => {
    await succeed("approve", iteration, "--env", "production", "--by", "Ada");
    await succeed("apply", "--env", "production");
  };
  await applyApproved("1");
  await workspace.query("INSERT INTO accounts (name) VALUES ('Edsger')", production);
  await writeStep("fill_codes.after.ts", fillCodes);
  await succeed("run");
  await rm(join(workspace.app, "database/steps"), { recursive: true });
  await applyApproved("2");
  expect(await codes(production)).toEqual(["regsdE"]);
});

test("whoever runs the migration without build-it is stopped", async () => {
  await writeStep("fill_codes.after.ts", fillCodes);
  await succeed("run");
  const migration = await workspace.read("database/migrations/002_add_code.sql");
  await succeed("rollback", "--to", "1", "--discard-data");
  await expect(workspace.query(migration)).rejects.toThrow(
    "steps/fill_codes.after.ts is TypeScript, which only build-it runs",
  );
});

const nothing = `export const reverse = "none";\n`;
const refusals: readonly (readonly [name: string, text: string, exitCode: number, says: string])[] = [
  [
    "x.before.ts",
    typed(
      "before",
      `export const up = (db: Kysely<Database>) => db.updateTable("accounts").set({ code: "x" }).where("name", "=", "nobody").execute();\n${nothing}`,
    ),
    5,
    'column "code"',
  ],
  [
    "x.after.ts",
    typed(
      "after",
      `export async function up(db: Kysely<Database>) {
  for (const { id } of await db.selectFrom("accounts").select("id").execute())
    await db.updateTable("accounts").set({ cod: "x" }).where("id", "=", id).execute();
}\n${nothing}`,
    ),
    1,
    "'cod' does not exist",
  ],
  ["x.after.ts", "export async function up() {}\n", 1, "database/step_without_reverse"],
  ["x.after.ts", `import "node:fs";\nexport async function up() {}\n${nothing}`, 1, "it imports node:fs"],
  ["x.after.ts", `export async function up( {\n`, 1, "database/step_not_typescript"],
  ["x.after.ts", `export function up() { throw new Error("not today"); }\n${nothing}`, 4, "not today"],
  [
    "x.after.ts",
    typed(
      "after",
      `export const up = (db: Kysely<Database>) => db.schema.dropTable("accounts").execute();\n${nothing}`,
    ),
    4,
    "changes the schema",
  ],
];

test("is refused, and nothing is written", async () => {
  for (const [name, text, exitCode, says] of refusals) {
    await rm(join(workspace.app, "database/steps"), { recursive: true, force: true });
    await writeStep(name, text);
    const before = { files: await workspace.hashFiles(), database: await workspace.describeDatabase() };
    const result = await workspace.buildIt("run");
    expect(result.stderr.replaceAll(/\s+/g, " ")).toContain(says);
    expect(result.exitCode, result.stderr).toBe(exitCode);
    expect({ files: await workspace.hashFiles(), database: await workspace.describeDatabase() }).toEqual(before);
  }
});
