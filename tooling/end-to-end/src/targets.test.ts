import { bootstrapSupabase } from "@build-it/stage-2.5-database";
import { availableMajors, createTestDatabase } from "@build-it/test-databases";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withAccount, withLocation, withPhone, withTerritory } from "./seed-model.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

/** Databases that are not ours: any PostgreSQL by URL. */

let workspace: Workspace;
beforeAll(async () => {
  workspace = await createWorkspace({
    environments: `other: { apply: "auto", target: { env: "OTHER_URL" } }, asked: { apply: "approved", target: { env: "OTHER_URL" } }`,
  });
  await workspace.writeModel(withAccount);
  await workspace.writeModel(withLocation);
});
afterAll(() => workspace[Symbol.asyncDispose]());

const majors = await availableMajors();

describe.each([15, 17, 18] as const)("PostgreSQL %i by URL", (major) => {
  test.skipIf(!majors.includes(major))("is built, verified, changed and rolled back", async () => {
    const database = await createTestDatabase({ major });
    try {
      await workspace.writeModel(withAccount);
      await workspace.writeModel(withLocation);
      const on = (...args: string[]) => workspace.buildItWith({ OTHER_URL: database.url }, ...args, "--env", "other");
      const built = await on("run");
      expect(built.exitCode, built.stderr).toBe(0);
      await workspace.writeModel(withTerritory);
      const changed = await on("run");
      expect(changed.exitCode, changed.stderr).toBe(0);
      const verified = await on("verify");
      expect(verified.exitCode, verified.stderr).toBe(0);
      const back = await on("rollback", "--to", "1");
      expect(back.exitCode, back.stderr).toBe(0);
      const client = await database.client();
      await client.query("ALTER TABLE accounts ADD COLUMN by_hand int");
      expect((await on("run")).exitCode).toBe(4);
    } finally {
      await database.drop();
    }
  });
});

/** A role of the whole server, after the database in which it had rights. */
async function dropRole(role: string): Promise<void> {
  const cleaner = await createTestDatabase({ major: 17 });
  await (await cleaner.client()).query(`DROP ROLE IF EXISTS "${role}"`);
  await cleaner.drop();
}

test("a role that is no superuser is enough where the roles of the API are there", async () => {
  const database = await createTestDatabase({ major: 17 });
  const role = `owner_of_${database.name}`;
  const admin = await database.client();
  try {
    await bootstrapSupabase(admin);
    await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD 'x'; ALTER DATABASE ${database.name} OWNER TO ${role}; ALTER SCHEMA public OWNER TO ${role};
      GRANT USAGE ON SCHEMA auth TO ${role}; GRANT REFERENCES ON auth.users TO ${role}`);
    const url = new URL(database.url);
    url.username = role;
    url.password = "x";
    await workspace.writeModel(withPhone);
    const { exitCode, stderr } = await workspace.buildItWith({ OTHER_URL: url.href }, "run", "--env", "other");
    expect(exitCode, stderr).toBe(0);
    expect(stderr).not.toContain(`:${url.password}@`);
  } finally {
    await admin.query(`REASSIGN OWNED BY ${role} TO CURRENT_USER; DROP OWNED BY ${role}`);
    await database.drop();
    await dropRole(role);
  }
});

test("an environment that is asked for by name gets its roles only when told to", async () => {
  const database = await createTestDatabase({ major: 17 });
  try {
    await workspace.writeModel(withPhone);
    const on = (...args: string[]) => workspace.buildItWith({ OTHER_URL: database.url }, ...args, "--env", "asked");
    expect((await workspace.buildIt("run")).exitCode).toBe(0);
    expect((await on("approve", "--by", "Ada")).exitCode).toBe(0);
    const refused = await on("run");
    expect(refused.exitCode, refused.stderr).toBe(1);
    expect(refused.stderr.replaceAll(/\s+/g, " ")).toContain("build-it db prepare");
    const prepared = await on("db", "prepare");
    expect(prepared.exitCode, prepared.stderr).toBe(0);
    expect(prepared.stdout).toContain("function auth.uid()");
    const built = await on("run");
    expect(built.exitCode, built.stderr).toBe(0);
  } finally {
    await database.drop();
  }
});

test("a server that lacks a role which the model speaks of halts by name, and tells how to create it", async () => {
  const database = await createTestDatabase({ major: 17 });
  const role = `Reader of ${database.name}`;
  const admin = await database.client();
  try {
    await workspace.writeModel({ ...withPhone, "sql/schema/reader.sql": `GRANT SELECT ON accounts TO "${role}";\n` });
    const on = (...args: string[]) => workspace.buildItWith({ OTHER_URL: database.url }, ...args, "--env", "other");
    const refused = await on("run");
    expect(refused.exitCode, refused.stderr).toBe(1);
    expect(refused.stderr).toContain("database/roles_missing");
    expect(refused.stderr.replaceAll(/\s+/g, " ")).toContain(`CREATE ROLE "${role}";`);
    await admin.query(`CREATE ROLE "${role}"`);
    const built = await on("run");
    expect(built.exitCode, built.stderr).toBe(0);
  } finally {
    await database.drop();
    await dropRole(role);
    await workspace.writeModel({ "sql/schema/reader.sql": null });
  }
});

test("a server that cannot be reached halts with exit 1, and shows no password", async () => {
  const { exitCode, stderr } = await workspace.buildItWith(
    { OTHER_URL: "postgres://me:hush@127.0.0.1:9/none" },
    "run",
    "--env",
    "other",
  );
  expect(exitCode, stderr).toBe(1);
  expect(stderr).toContain("database/target_unreachable");
  expect(stderr).not.toContain("hush");
});
