import type { ConfiguredEntity } from "@build-it/artifacts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDesignedDatabase, type DesignedDatabase } from "../../test/designed-database.ts";
import { allow, enumOf, sampleConfiguration, sampleEntity, sampleField, text } from "../../test/sample-model.ts";
import { designSchema } from "./design-schema.ts";

const ann = "0b0b5f0e-7a4b-4f39-9d35-3f8f8c1f1a11";
const bob = "1c1c5f0e-7a4b-4f39-9d35-3f8f8c1f1a22";

const ownerField = sampleField("ownerId", { kind: "user", onDelete: "cascade" }, { required: true, origin: "owned" });
const owned = { owner: "ownerId", immutable: [] };

const entities: readonly ConfiguredEntity[] = [
  sampleEntity("Closed", [sampleField("name", text)]),
  sampleEntity("Note", [ownerField, sampleField("title", text)], {
    behaviours: owned,
    access: [allow("owner", ["create", "read", "update", "delete"])],
  }),
  sampleEntity("Article", [ownerField, sampleField("status", enumOf("status", ["draft", "published", "locked"]))], {
    behaviours: owned,
    access: [
      allow("anyone", ["read"], { when: [{ field: "status", operator: "eq", value: "published" }] }),
      allow("owner", ["read"]),
      allow("owner", ["update"], {
        when: [{ field: "status", operator: "in", value: ["draft", "published"] }],
        check: [{ field: "status", operator: "ne", value: "locked" }],
      }),
    ],
  }),
  sampleEntity("Person", [sampleField("name", text), sampleField("salary", text, { secret: true })], {
    access: [allow("signed_in", ["create", "read", "update", "delete"])],
  }),
  sampleEntity("Ticket", [sampleField("tenantId", { kind: "uuid" }, { required: true, default: { kind: "tenant" } })], {
    behaviours: { tenant: "tenantId", immutable: [] },
    access: [allow("signed_in", ["create", "read", "update", "delete"])],
  }),
  sampleEntity(
    "Task",
    [
      sampleField("title", text),
      sampleField("createdBy", { kind: "user", onDelete: "set_null" }, { immutable: true, default: { kind: "user" } }),
      sampleField("updatedBy", { kind: "user", onDelete: "set_null" }),
      sampleField("updatedAt", { kind: "datetime" }, { required: true, default: { kind: "now" } }),
      sampleField("deletedAt", { kind: "datetime" }),
    ],
    {
      behaviours: { immutable: ["createdBy"], touchedAt: "updatedAt", touchedBy: "updatedBy", softDelete: "deletedAt" },
      access: [allow("signed_in", ["create", "read", "update", "delete"])],
    },
  ),
];

let database: DesignedDatabase;
beforeAll(async () => {
  database = await createDesignedDatabase();
  await database.become(sampleConfiguration(entities));
  await database.client.query(`
    INSERT INTO auth.users (id) VALUES ('${ann}'), ('${bob}');
    INSERT INTO closeds (name) VALUES ('secret');
    INSERT INTO notes (owner_id, title) VALUES ('${ann}', 'of Ann'), ('${bob}', 'of Bob');
    INSERT INTO articles (owner_id, status) VALUES ('${ann}', 'draft'), ('${ann}', 'published'), ('${ann}', 'locked');
    INSERT INTO persons (name, salary) VALUES ('Ann', '100');
    INSERT INTO tickets (tenant_id) VALUES ('${ann}'), ('${bob}');
    INSERT INTO tasks (title, created_by, updated_at) VALUES ('one', '${ann}', '2020-01-01')`);
});
afterAll(() => database.database.drop());

const signedIn = (user: string, query: string): Promise<readonly unknown[]> =>
  database.as("authenticated", user, query);
const anonymous = (query: string): Promise<readonly unknown[]> => database.as("anon", null, query);

test("without a rule nobody gets in but the service role", async () => {
  await expect(signedIn(ann, "SELECT * FROM closeds")).rejects.toThrow("permission denied");
  await expect(anonymous("SELECT * FROM closeds")).rejects.toThrow("permission denied");
  expect(await database.as("service_role", null, "SELECT name FROM closeds")).toEqual([{ name: "secret" }]);
});

test("a right on the table alone shows no row", async () => {
  await database.client.query("BEGIN; GRANT SELECT ON closeds TO authenticated; SET LOCAL ROLE authenticated");
  expect((await database.client.query("SELECT * FROM closeds")).rows).toEqual([]);
  await database.client.query("ROLLBACK");
});

test("an owner sees and changes own rows only, and a new row is the owner's", async () => {
  expect(await signedIn(ann, "SELECT title FROM notes")).toEqual([{ title: "of Ann" }]);
  expect(await signedIn(ann, "UPDATE notes SET title = 'x' RETURNING owner_id")).toEqual([{ owner_id: ann }]);
  expect(await signedIn(ann, "DELETE FROM notes RETURNING owner_id")).toEqual([{ owner_id: ann }]);
  expect(await signedIn(ann, "INSERT INTO notes (title) VALUES ('new') RETURNING owner_id")).toEqual([
    { owner_id: ann },
  ]);
  const foreign = `INSERT INTO notes (owner_id) VALUES ('${bob}')`;
  await expect(signedIn(ann, foreign)).rejects.toThrow("row-level security");
  await expect(signedIn(ann, `UPDATE notes SET owner_id = '${bob}'`)).rejects.toThrow("row-level security");
  await expect(anonymous("SELECT * FROM notes")).rejects.toThrow("permission denied");
});

test("rules of one command are one policy, and its conditions hold before and after the change", async () => {
  expect(await anonymous("SELECT status FROM articles")).toEqual([{ status: "published" }]);
  expect(await signedIn(bob, "SELECT status FROM articles")).toEqual([{ status: "published" }]);
  expect(await signedIn(ann, "SELECT status FROM articles")).toHaveLength(3);
  expect(await signedIn(ann, "UPDATE articles SET status = 'draft' RETURNING id")).toHaveLength(2);
  const lock = "UPDATE articles SET status = 'locked' WHERE status = 'draft'";
  await expect(signedIn(ann, lock)).rejects.toThrow("row-level security");
});

test("a secret field is read and written by nobody but the service role", async () => {
  expect(await signedIn(ann, "SELECT id, name FROM persons")).toHaveLength(1);
  for (const query of [
    "SELECT salary FROM persons",
    "UPDATE persons SET salary = '1'",
    "INSERT INTO persons (salary) VALUES ('1')",
  ])
    await expect(signedIn(ann, query)).rejects.toThrow("permission denied");
  expect(await signedIn(ann, "UPDATE persons SET name = 'x' RETURNING name")).toEqual([{ name: "x" }]);
  expect(await database.as("service_role", null, "SELECT salary FROM persons")).toEqual([{ salary: "100" }]);
});

test("a user sees the rows of the own tenant only", async () => {
  expect(await signedIn(ann, "SELECT tenant_id FROM tickets")).toEqual([{ tenant_id: ann }]);
  expect(await signedIn(ann, "INSERT INTO tickets DEFAULT VALUES RETURNING tenant_id")).toEqual([{ tenant_id: ann }]);
  const foreign = `INSERT INTO tickets (tenant_id) VALUES ('${bob}')`;
  await expect(signedIn(ann, foreign)).rejects.toThrow("row-level security");
});

test("a change sets its time and its user, and what is set once stays", async () => {
  const [changed] = await signedIn(
    bob,
    "UPDATE tasks SET title = 'two' RETURNING updated_by, updated_at > '2026-01-01' AS now",
  );
  expect(changed).toEqual({ updated_by: bob, now: true });
  const theft = `UPDATE tasks SET created_by = '${bob}'`;
  await expect(signedIn(bob, theft)).rejects.toMatchObject({ code: "23001", column: "created_by", table: "tasks" });
  await expect(database.as("service_role", null, theft)).rejects.toThrow("set once");
  expect(await signedIn(ann, `UPDATE tasks SET title = 'x', created_by = '${ann}' RETURNING title`)).toHaveLength(1);
});

test("a user's delete hides the row and keeps it; a server's delete deletes it", async () => {
  await database.client.query("BEGIN; SET LOCAL ROLE authenticated");
  await database.client.query("SELECT set_config('request.jwt.claims', $1, true)", [JSON.stringify({ sub: ann })]);
  await database.client.query("DELETE FROM tasks WHERE title = 'one'");
  expect((await database.client.query("SELECT * FROM tasks")).rows).toEqual([]);
  await database.client.query("SET LOCAL ROLE service_role");
  const { rows } = await database.client.query("SELECT title, deleted_at = now() AS deleted, updated_by FROM tasks");
  expect(rows).toEqual([{ title: "one", deleted: true, updated_by: ann }]);
  await database.client.query("DELETE FROM tasks");
  expect((await database.client.query("SELECT * FROM tasks")).rows).toEqual([]);
  await database.client.query("ROLLBACK");
});

test("no one may execute the functions behind the behaviours", async () => {
  const { rows } = await database.client.query(`
    SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
     WHERE n.nspname = 'public' AND (has_function_privilege('anon', p.oid, 'execute')
        OR NOT 'search_path=""' = ANY (p.proconfig))`);
  expect(rows).toEqual([]);
});

test("rules that do nothing, or ask for an owner that is not there, are told", async () => {
  const source = { file: "busm/crm/entities/note.yaml", line: 7, column: 5 };
  const note = sampleEntity("Note", [], {
    access: [allow("owner", ["read"], { source }), allow("anyone", ["delete"], { source })],
  });
  const { diagnostics } = await designSchema(sampleConfiguration([note]), null);
  expect(diagnostics).toMatchObject([
    { code: "database/owner_rule_without_owner", severity: "error", location: source },
    {
      code: "database/changes_without_read",
      severity: "warning",
      location: source,
      message: "anon may delete rows of Note and read none of them.",
    },
  ]);
});

test("asks who is signed in once a statement, and finds an owner's rows by an index", async () => {
  const { schema } = await designSchema(sampleConfiguration(entities), null);
  const conditions = [...schema.objects.values()].flatMap((object) =>
    object.kind === "policy" ? [object.using ?? "", object.check ?? ""] : [],
  );
  for (const condition of conditions)
    expect(condition.replaceAll(/\(SELECT [^)]*auth\.(uid|jwt)\(\)/g, "")).not.toContain("auth.");
  expect(schema.objects.has("index:public.notes_owner_id_idx")).toBe(true);
  expect(schema.objects.has("index:public.tickets_tenant_id_idx")).toBe(true);
});
