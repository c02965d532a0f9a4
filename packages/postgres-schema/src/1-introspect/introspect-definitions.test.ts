import { availableMajors, createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { objectsOfKind } from "../schema/database-schema.ts";
import type { ObjectKind, ObjectOf } from "../schema/objects.ts";
import { readUncommitted } from "./test/read-uncommitted.ts";

/** What is said of tables and done with them: views, functions, triggers, rights, comments. */

describe.each(availableMajors())("PostgreSQL %i", (major) => {
  let database: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await createTestDatabase({ major });
    client = await database.client();
    await client.query(`DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'introspect "reader"') THEN
        CREATE ROLE "introspect ""reader""";
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
  });
  afterAll(() => database.drop());

  const read = async <Kind extends ObjectKind>(kind: Kind, statements: string): Promise<readonly ObjectOf<Kind>[]> =>
    objectsOfKind((await readUncommitted(client, statements)).schema, kind);

  test("reads the rows of a function by the names of their columns, not by their places", async () => {
    const made = (columns: string): string => `
      CREATE TABLE rows (${columns});
      CREATE TABLE u (x integer);
      CREATE FUNCTION f(text) RETURNS SETOF rows LANGUAGE plpgsql AS 'BEGIN END';
      CREATE VIEW v AS SELECT r.b, ')' AS c FROM f(') x(b, "A")') r;
      CREATE VIEW numbered AS SELECT b, ordinality FROM f('') WITH ORDINALITY;
      CREATE VIEW renamed AS SELECT q.y FROM f('') q(x, y);
      CREATE RULE r AS ON INSERT TO u DO ALSO DELETE FROM u USING f('') g WHERE u.x = g.b;
      CREATE VIEW of_json AS SELECT j.b FROM json_populate_recordset(NULL::rows, '[]') j;
      CREATE VIEW of_others AS SELECT e.b, e."A", i.b AS i, NULL::rows AS none FROM jsonb_each('{}') e(b, "A"), unnest(ARRAY[1]) i(b);`;
    const readAll = async (columns: string, later = ""): Promise<readonly string[]> => {
      const { schema } = await readUncommitted(client, `${made(columns)} ${later}`);
      return [...objectsOfKind(schema, "view"), ...objectsOfKind(schema, "rule")].map(({ definition }) => definition);
    };
    const [numbered, ofJson, ofOthers, renamed, view, rule] = await readAll('b integer, "A" text');
    expect(view).toContain("FROM app.f(') x(b, \"A\")'::text) r");
    expect(view).not.toContain(" r(");
    expect(numbered).toContain("WITH ORDINALITY f");
    expect(rule).not.toContain(" g(");
    expect(renamed).toContain(" q(x, y)");
    expect(ofJson).not.toContain(" j(");
    expect(ofOthers).toContain(' e(b, "A")');
    expect(ofOthers).toContain(" i(b)");
    const [otherNumbered, otherJson, , , otherView, otherRule] = await readAll('"A" text, b integer');
    expect([otherNumbered, otherJson, otherView, otherRule]).toEqual([numbered, ofJson, view, rule]);
    expect(await readAll('b integer, "A" text', "ALTER TABLE rows ADD COLUMN later integer")).toEqual([
      numbered,
      ofJson,
      ofOthers,
      expect.stringContaining(" q(x, y)"),
      view,
      rule,
    ]);
  });

  test("reads what a function ends with as a star, where it gives all columns of its rows' table", async () => {
    const made = (columns: string): string => `
      CREATE TABLE rows (${columns});
      CREATE TABLE others (${columns});
      CREATE FUNCTION f1() RETURNS SETOF rows BEGIN ATOMIC
        SELECT 1; WITH w AS (SELECT * FROM rows) SELECT DISTINCT ON (q.a) q.* FROM w, rows q ORDER BY q.a;
      END;
      CREATE FUNCTION f2() RETURNS rows BEGIN ATOMIC INSERT INTO rows AS x (a) VALUES (1) RETURNING *; END;
      CREATE FUNCTION f3() RETURNS SETOF rows BEGIN ATOMIC UPDATE rows SET a = 1 RETURNING *; END;`;
    const readAll = async (statements: string) =>
      objectsOfKind((await readUncommitted(client, statements)).schema, "function").map(
        ({ definition, rowColumns }) => ({ definition, rowColumns }),
      );
    const functions = await readAll(made('b integer, a integer, "C" text'));
    expect(functions).toEqual([
      { definition: expect.stringMatching(/DISTINCT ON \(q\.a\) q\.\*\n/), rowColumns: ["C", "a", "b"] },
      { definition: expect.stringMatching(/RETURNING x\.\*;\nEND$/), rowColumns: ["C", "a", "b"] },
      { definition: expect.stringMatching(/RETURNING rows\.\*;\nEND$/), rowColumns: ["C", "a", "b"] },
    ]);
    expect(functions[0]?.definition).toMatch(/ SELECT rows\.b,\s+rows\.a,/);
    const otherwise = await readAll(made('a integer, "C" text, b integer'));
    expect(otherwise.slice(1)).toEqual(functions.slice(1));
    const byPlace = await readAll(`CREATE TABLE rows (a integer, b integer); CREATE TABLE others (a integer, b integer);
      CREATE FUNCTION f1() RETURNS SETOF rows BEGIN ATOMIC SELECT rows.* FROM others rows; END;
      CREATE FUNCTION f2() RETURNS SETOF rows BEGIN ATOMIC SELECT q.* FROM (SELECT * FROM rows) q; END;
      CREATE FUNCTION f3() RETURNS SETOF rows BEGIN ATOMIC SELECT b, a FROM rows; END;
      CREATE FUNCTION f4() RETURNS SETOF rows BEGIN ATOMIC SELECT * FROM rows UNION SELECT * FROM others; END;
      CREATE FUNCTION f5() RETURNS TABLE (x integer, y integer) BEGIN ATOMIC SELECT * FROM rows; END;
      CREATE FUNCTION f6() RETURNS SETOF rows BEGIN ATOMIC SELECT q.* FROM rows, others q; END;`);
    for (const { definition, rowColumns } of byPlace) {
      expect(definition).not.toContain("*");
      expect(rowColumns).toBeUndefined();
    }
  });

  test("reads the columns of statistics by their names, not by their places", async () => {
    const made = (columns: string): string => `
      CREATE TABLE t (${columns});
      CREATE STATISTICS plain ON "d e", b, a FROM t;
      CREATE STATISTICS few (mcv) ON b, (a + 1), a FROM t;
      CREATE STATISTICS "named ON b, a" ON a, b, ("d e" || ' ON b, a') FROM t;`;
    const definitions = async (columns: string): Promise<readonly string[]> =>
      (await read("statistics", made(columns))).map(({ definition }) => definition);
    const found = await definitions('a integer, b integer, "d e" integer');
    expect(found).toEqual([
      "CREATE STATISTICS app.few (mcv) ON a, b, (a + 1) FROM app.t",
      `CREATE STATISTICS app."named ON b, a" ON a, b, ("d e" || ' ON b, a'::text) FROM app.t`,
      'CREATE STATISTICS app.plain ON a, b, "d e" FROM app.t',
    ]);
    expect(await definitions('"d e" integer, b integer, a integer')).toEqual(found);
  });

  test("reads views, their options and what they use", async () => {
    const views = await read(
      "view",
      `CREATE TYPE mood AS ENUM ('good');
       CREATE TABLE t (id integer PRIMARY KEY, gone text, a varchar(9), b integer, e mood[]);
       ALTER TABLE t DROP COLUMN gone;
       CREATE FUNCTION twice(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1 * 2';
       CREATE VIEW v1 ${major < 15 ? "" : "WITH (security_invoker = yes)"} AS
         SELECT a, twice(b) AS c, e FROM t WHERE a::text <> ';'
         WITH LOCAL CHECK OPTION;
       CREATE VIEW v2 AS SELECT c FROM v1;
       CREATE VIEW v3 AS SELECT id, a FROM t GROUP BY id;`,
    );
    expect(views).toEqual([
      {
        kind: "view",
        schema: "app",
        name: "v1",
        definition: expect.stringMatching(
          /^SELECT (t\.)?a,\s+app\.twice\((t\.)?b\) AS c,\s+(t\.)?e\s+FROM app\.t\s+WHERE \(\((t\.)?a\)::text <> ';'::text\)$/,
        ),
        options: major < 15 ? ["check_option=local"] : ["check_option=local", "security_invoker=true"],
        ...(major < 15 ? {} : { writtenOptions: ["security_invoker=yes", "check_option=local"] }),
        resultColumns: [
          { name: "a", type: "character varying(9)", typeObject: null },
          { name: "c", type: "integer", typeObject: null },
          { name: "e", type: "app.mood[]", typeObject: "enum:app.mood" },
        ],
        dependsOn: [
          ...["column:app.t.a", "column:app.t.b", "column:app.t.e"],
          ...["function:app.twice(integer)", "table:app.t"],
        ],
      },
      expect.objectContaining({ name: "v2", options: [], dependsOn: ["view:app.v1"] }),
      expect.objectContaining({ name: "v3", dependsOn: expect.arrayContaining(["primary_key:app.t.t_pkey"]) }),
    ]);
  });

  test("reads functions and procedures with their signatures", async () => {
    const functions = await read(
      "function",
      `CREATE TABLE t (a integer);
       CREATE FUNCTION f(a integer, VARIADIC "the rest" text[] DEFAULT '{}', OUT x text, OUT y text) LANGUAGE sql
         AS 'SELECT $2[1], $2[2]';
       CREATE FUNCTION g() RETURNS SETOF t LANGUAGE sql SECURITY DEFINER SET search_path = '' BEGIN ATOMIC SELECT * FROM app.t; END;
       CREATE PROCEDURE p(integer) LANGUAGE plpgsql AS 'BEGIN END';
       CREATE FUNCTION q(OUT x text, a text, INOUT b text DEFAULT 'b', c integer DEFAULT 1, OUT y text) LANGUAGE sql
         AS 'SELECT $1, $2, $1';`,
    );
    expect(functions).toEqual([
      {
        kind: "function",
        schema: "app",
        name: "f",
        arguments: ["integer", "text[]"],
        procedure: false,
        signature: '(a integer, v "the rest" text[] DEFAULT, o x text, o y text) RETURNS record',
        definition: expect.stringMatching(/^CREATE OR REPLACE FUNCTION app\.f\([\s\S]*\$function\$$/),
        dependsOn: [],
      },
      expect.objectContaining({
        name: "g",
        arguments: [],
        signature: "() RETURNS SETOF app.t",
        definition: expect.stringMatching(/SECURITY DEFINER\n SET search_path TO ''\n[\s\S]*END$/),
        dependsOn: expect.arrayContaining(["table:app.t", "column:app.t.a"]),
      }),
      expect.objectContaining({ name: "p", procedure: true, signature: "(integer)" }),
      expect.objectContaining({
        name: "q",
        signature: "(o x text, a text, b b text DEFAULT, c integer DEFAULT, o y text) RETURNS record",
      }),
    ]);
  });

  test("reads triggers, whether they fire, and what they use", async () => {
    const triggers = await read(
      "trigger",
      `CREATE TABLE t (a integer PRIMARY KEY, b integer REFERENCES t (a));
       CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
       CREATE TRIGGER one BEFORE UPDATE OF a ON t FOR EACH ROW WHEN (OLD.b > 1) EXECUTE FUNCTION f('x');
       CREATE TRIGGER two AFTER INSERT ON t EXECUTE FUNCTION f();
       ALTER TABLE t DISABLE TRIGGER two;`,
    );
    expect(triggers).toEqual([
      {
        kind: "trigger",
        schema: "app",
        table: "t",
        name: "one",
        definition:
          "CREATE TRIGGER one BEFORE UPDATE OF a ON app.t FOR EACH ROW WHEN ((old.b > 1)) EXECUTE FUNCTION app.f('x')",
        enabled: "origin",
        dependsOn: ["column:app.t.a", "column:app.t.b", "function:app.f()", "table:app.t"],
      },
      expect.objectContaining({ name: "two", enabled: "disabled", dependsOn: ["function:app.f()", "table:app.t"] }),
    ]);
  });

  test("reads policies with their roles, expressions and what they use", async () => {
    const policies = await read(
      "policy",
      `CREATE TABLE t (owner text, tenant integer); CREATE TABLE tenants (id integer);
       CREATE FUNCTION me() RETURNS text LANGUAGE sql AS 'SELECT 1';
       CREATE POLICY one ON t AS RESTRICTIVE FOR UPDATE TO pg_monitor, "introspect ""reader"""
         USING (owner = me()) WITH CHECK (tenant IN (SELECT id FROM tenants));
       CREATE POLICY two ON t;`,
    );
    expect(policies).toEqual([
      {
        kind: "policy",
        schema: "app",
        table: "t",
        name: "one",
        permissive: false,
        command: "update",
        roles: ['introspect "reader"', "pg_monitor"],
        using: "(owner = app.me())",
        check: expect.stringContaining("FROM app.tenants"),
        dependsOn: [
          "column:app.t.owner",
          "column:app.t.tenant",
          "column:app.tenants.id",
          "function:app.me()",
          "table:app.t",
          "table:app.tenants",
        ],
      },
      expect.objectContaining({
        name: "two",
        command: "all",
        permissive: true,
        roles: ["public"],
        using: null,
        check: null,
      }),
    ]);
  });

  test("reads privileges: columns, grant options, and what PUBLIC has from the start", async () => {
    const privileges = await read(
      "privilege",
      `CREATE TABLE t (a text, "b)" text); CREATE SEQUENCE s; CREATE TYPE mood AS ENUM ();
       CREATE FUNCTION f() RETURNS text LANGUAGE sql AS 'SELECT 1';
       CREATE FUNCTION g() RETURNS text LANGUAGE sql AS 'SELECT 1'; REVOKE ALL ON FUNCTION g() FROM PUBLIC;
       GRANT SELECT, INSERT ON t TO pg_monitor WITH GRANT OPTION; GRANT DELETE ON t TO pg_monitor;
       GRANT SELECT (a, "b)"), UPDATE (a) ON t TO "introspect ""reader"""; GRANT USAGE ON SEQUENCE s TO PUBLIC;
       GRANT USAGE ON SCHEMA app TO pg_monitor;`,
    );
    expect(privileges.map(({ on, grantee, privileges }) => [on, grantee, privileges])).toEqual([
      ["enum:app.mood", "public", ["usage"]],
      ["function:app.f()", "public", ["execute"]],
      ["schema:app", "pg_monitor", ["usage"]],
      ["sequence:app.s", "public", ["usage"]],
      ["table:app.t", 'introspect "reader"', ["select(a)", "select(b))", "update(a)"]],
      ["table:app.t", "pg_monitor", ["delete", "insert*", "select*"]],
    ]);
  });

  test("reads who passed a privilege on, and whom it was from", async () => {
    const privileges = await read(
      "privilege",
      `CREATE TABLE t (a text); GRANT SELECT (a), INSERT ON t TO pg_monitor WITH GRANT OPTION;
       GRANT USAGE ON SCHEMA app TO pg_monitor, pg_read_all_data; GRANT SELECT ON t TO PUBLIC;
       SET LOCAL ROLE pg_monitor; GRANT SELECT (a) ON t TO pg_read_all_data WITH GRANT OPTION; GRANT INSERT ON t TO PUBLIC;
       SET LOCAL ROLE pg_read_all_data; GRANT SELECT (a) ON t TO PUBLIC; RESET ROLE;`,
    );
    const onTable = privileges.filter(({ on }) => on === "table:app.t");
    expect(onTable.map(({ kind: _, on: __, ...given }) => given)).toEqual([
      { grantee: "pg_monitor", privileges: ["insert*", "select(a)*"] },
      { grantee: "pg_read_all_data", grantedBy: "pg_monitor", grantedThrough: [null], privileges: ["select(a)*"] },
      { grantee: "public", privileges: ["select"] },
      { grantee: "public", grantedBy: "pg_monitor", grantedThrough: [null], privileges: ["insert"] },
      { grantee: "public", grantedBy: "pg_read_all_data", grantedThrough: ["pg_monitor"], privileges: ["select(a)"] },
    ]);
  });

  test("reads comments on everything that can have one", async () => {
    const { schema } = await readUncommitted(
      client,
      `CREATE TABLE t (a integer PRIMARY KEY, CONSTRAINT c CHECK (a > 0)); CREATE INDEX i ON t (a); CREATE VIEW v AS SELECT 1 AS x;
       CREATE TYPE mood AS ENUM (); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
       CREATE SEQUENCE s; CREATE TRIGGER g AFTER INSERT ON t EXECUTE FUNCTION f(); CREATE POLICY p ON t;
       COMMENT ON SCHEMA app IS '1'; COMMENT ON TABLE t IS E'it''s\\na "table"'; COMMENT ON COLUMN t.a IS '3';
       COMMENT ON CONSTRAINT t_pkey ON t IS '4'; COMMENT ON CONSTRAINT c ON t IS '5'; COMMENT ON INDEX i IS '6';
       COMMENT ON VIEW v IS '7'; COMMENT ON TYPE mood IS '8'; COMMENT ON FUNCTION f() IS '9'; COMMENT ON SEQUENCE s IS '10';
       COMMENT ON TRIGGER g ON t IS '11'; COMMENT ON POLICY p ON t IS '12';`,
    );
    const comments = objectsOfKind(schema, "comment");
    expect(Object.fromEntries(comments.map(({ on, text }) => [on, text]))).toEqual({
      "schema:app": "1",
      "table:app.t": 'it\'s\na "table"',
      "column:app.t.a": "3",
      "primary_key:app.t.t_pkey": "4",
      "check:app.t.c": "5",
      "index:app.i": "6",
      "view:app.v": "7",
      "enum:app.mood": "8",
      "function:app.f()": "9",
      "sequence:app.s": "10",
      "trigger:app.t.g": "11",
      "policy:app.t.p": "12",
    });
  });
});
