import { availableMajors, createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { diffSchemas } from "../2-diff/diff-schemas.ts";
import { objectsOfKind } from "../schema/database-schema.ts";
import type { ObjectKind, ObjectOf } from "../schema/objects.ts";
import { introspectSchema } from "./introspect-schema.ts";
import { readUncommitted } from "./test/read-uncommitted.ts";

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

  test("reads a schema that is there and none that is not", async () => {
    const { schema } = await introspectSchema(client, { schemas: ["public", "nowhere"] });
    expect(objectsOfKind(schema, "schema")).toEqual([{ kind: "schema", name: "public" }]);
    expect(objectsOfKind(schema, "comment")).toEqual([]);
  });

  test("a second session reads half of it in the same snapshot, and what was not committed is not in it", async () => {
    const [first, second, other] = await Promise.all([client, database.client(), database.client()]);
    const schemas = ["half"];
    await other.query(`CREATE SCHEMA half CREATE TABLE kept (id integer PRIMARY KEY, at date DEFAULT now())
      CREATE INDEX kept_at ON kept (at)`);
    await first.query("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT 1");
    const whole = await introspectSchema(first, { schemas });
    await other.query("CREATE INDEX later ON half.kept (id, at); ALTER TABLE half.kept ADD COLUMN later text");
    expect(await introspectSchema(first, { schemas, beside: second })).toEqual(whole);
    await first.query("COMMIT; BEGIN");
    const now = await introspectSchema(first, { schemas, beside: second });
    expect([now.schema.objects.has("index:half.later"), now.schema.objects.has("column:half.kept.later")]).toEqual([
      true,
      true,
    ]);
    await first.query("ROLLBACK");
    await Promise.all([second.end(), other.query("DROP SCHEMA half CASCADE").then(() => other.end())]);
  });

  test("what is done meanwhile is done once, and what it throws is told when the connection is free again", async () => {
    const done: string[] = [];
    const { schema } = await introspectSchema(client, { schemas: ["public"], meanwhile: () => done.push("once") });
    expect([done, schema.objects.has("schema:public")]).toEqual([["once"], true]);
    await client.query("BEGIN");
    const meanwhile = (): void => {
      throw new Error("not as it should be");
    };
    await expect(introspectSchema(client, { schemas: ["public"], meanwhile })).rejects.toThrow("not as it should be");
    expect((await client.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
    await client.query("ROLLBACK");
  });

  test("without dependencies, nothing else is missing", async () => {
    const statements = `CREATE SEQUENCE s; CREATE TABLE t (id integer DEFAULT nextval('s') CHECK (id > 0));
      CREATE VIEW v AS SELECT id FROM t; CREATE INDEX i ON t ((id + 1))`;
    await client.query(`BEGIN; CREATE SCHEMA app; SET LOCAL search_path = app; ${statements}`);
    const whole = await introspectSchema(client, { schemas: ["app"] });
    const part = await introspectSchema(client, { schemas: ["app"], dependencies: false });
    await client.query("ROLLBACK");
    expect(diffSchemas(whole.schema, part.schema)).toEqual({ added: [], removed: [], changed: [] });
    expect(
      [...part.schema.objects.values()].flatMap((object) => ("dependsOn" in object ? object.dependsOn : [])),
    ).toEqual([]);
  });

  test("reads an extension and leaves its members out", async () => {
    const { schema, unmodelled } = await readUncommitted(
      client,
      "CREATE EXTENSION citext; CREATE TABLE t (email citext)",
    );
    expect(objectsOfKind(schema, "extension")).toEqual([{ kind: "extension", name: "citext", schema: "app" }]);
    expect(objectsOfKind(schema, "function")).toEqual([]);
    expect(objectsOfKind(schema, "column")).toMatchObject([{ type: "app.citext", typeObject: "extension:citext" }]);
    expect(unmodelled).toEqual([]);
  });

  test("reads an enum with its values in their order", async () => {
    const statements = "CREATE TYPE mood AS ENUM ('sad', 'ok'); ALTER TYPE mood ADD VALUE 'fine' BEFORE 'ok'";
    expect(await read("enum", statements)).toEqual([
      { kind: "enum", schema: "app", name: "mood", values: ["sad", "fine", "ok"] },
    ]);
  });

  test("reads sequences but not those of identity columns", async () => {
    const sequences = await read(
      "sequence",
      `CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY, number serial);
       CREATE SEQUENCE s AS smallint START 7 INCREMENT -2 MINVALUE -9 MAXVALUE 9 CACHE 3 CYCLE;`,
    );
    expect(sequences).toEqual([
      {
        kind: "sequence",
        schema: "app",
        name: "s",
        type: "smallint",
        start: "7",
        increment: "-2",
        minimum: "-9",
        maximum: "9",
        cache: "3",
        cycle: true,
        ownedBy: null,
      },
      expect.objectContaining({ name: "t_number_seq", maximum: "2147483647", ownedBy: "column:app.t.number" }),
    ]);
  });

  test("reads a table's row security and persistence", async () => {
    const tables = await read(
      "table",
      `CREATE TABLE a (); CREATE UNLOGGED TABLE b ();
       ALTER TABLE a ENABLE ROW LEVEL SECURITY; ALTER TABLE b FORCE ROW LEVEL SECURITY;`,
    );
    const common = { kind: "table", schema: "app" };
    expect(tables).toEqual([
      { ...common, name: "a", rowSecurity: true, rowSecurityForced: false, unlogged: false },
      { ...common, name: "b", rowSecurity: false, rowSecurityForced: true, unlogged: true },
    ]);
  });

  test("reads columns with all their attributes", async () => {
    const columns = await read(
      "column",
      `CREATE TYPE mood AS ENUM ('ok');
       CREATE FUNCTION best(numeric) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1 > 9';
       CREATE TABLE t (
         id integer GENERATED BY DEFAULT AS IDENTITY, gone text, name character varying(100) COLLATE "C" NOT NULL,
         moods mood[], price numeric(10,2), doubled numeric GENERATED ALWAYS AS (price * 2) STORED,
         best boolean GENERATED ALWAYS AS (best(price) AND moods[1] = 'ok') STORED);
       ALTER TABLE t DROP COLUMN gone;`,
    );
    const plain = {
      kind: "column",
      schema: "app",
      table: "t",
      typeObject: null,
      nullable: true,
      identity: null,
      generated: null,
      collation: null,
      dependsOn: [],
    };
    expect([...columns].sort((a, b) => a.ordinal - b.ordinal)).toEqual([
      { ...plain, name: "id", ordinal: 1, type: "integer", nullable: false, identity: "by_default" },
      { ...plain, name: "name", ordinal: 3, type: "character varying(100)", nullable: false, collation: '"C"' },
      { ...plain, name: "moods", ordinal: 4, type: "app.mood[]", typeObject: "enum:app.mood" },
      { ...plain, name: "price", ordinal: 5, type: "numeric(10,2)" },
      {
        ...plain,
        name: "doubled",
        ordinal: 6,
        type: "numeric",
        generated: "(price * (2)::numeric)",
        dependsOn: ["column:app.t.price", "table:app.t"],
      },
      {
        ...plain,
        name: "best",
        ordinal: 7,
        type: "boolean",
        generated: "(app.best(price) AND (moods[1] = 'ok'::app.mood))",
        dependsOn: [
          "column:app.t.moods",
          "column:app.t.price",
          "enum:app.mood",
          "function:app.best(numeric)",
          "table:app.t",
        ],
      },
    ]);
  });

  test("reads defaults and what they use", async () => {
    const defaults = await read(
      "default",
      `CREATE TYPE mood AS ENUM ('ok'); CREATE SEQUENCE s;
       CREATE FUNCTION pick(integer, text) RETURNS text LANGUAGE sql AS 'SELECT $2';
       CREATE TABLE t (a bigint DEFAULT nextval('s'), b text DEFAULT pick(1, 'x'), c mood DEFAULT 'ok',
                       d timestamptz DEFAULT '2020-01-01 00:00+00', e bigint GENERATED ALWAYS AS (1) STORED);`,
    );
    const common = { kind: "default", schema: "app", table: "t" };
    expect(defaults).toEqual([
      { ...common, column: "a", expression: "nextval('app.s'::regclass)", dependsOn: ["sequence:app.s"] },
      { ...common, column: "b", expression: "app.pick(1, 'x'::text)", dependsOn: ["function:app.pick(integer,text)"] },
      { ...common, column: "c", expression: "'ok'::app.mood", dependsOn: ["enum:app.mood"] },
      { ...common, column: "d", expression: "'2020-01-01 00:00:00+00'::timestamp with time zone", dependsOn: [] },
    ]);
  });

  test("reads primary keys and unique constraints, in the order of the key", async () => {
    const statements = `CREATE TABLE t (a integer, b integer, c integer, CONSTRAINT t_key PRIMARY KEY (b, a),
      CONSTRAINT t_unique UNIQUE ${major < 15 ? "" : "NULLS NOT DISTINCT"} (c, a) DEFERRABLE INITIALLY DEFERRED);`;
    const { schema } = await readUncommitted(client, statements);
    const common = { schema: "app", table: "t" };
    expect(objectsOfKind(schema, "primary_key")).toEqual([
      { kind: "primary_key", ...common, name: "t_key", columns: ["b", "a"] },
    ]);
    expect(objectsOfKind(schema, "unique")).toEqual([
      {
        kind: "unique",
        ...common,
        name: "t_unique",
        columns: ["c", "a"],
        nullsNotDistinct: major >= 15,
        deferrable: true,
        initiallyDeferred: true,
      },
    ]);
    expect(objectsOfKind(schema, "index")).toEqual([]);
  });

  test("reads checks, whether they are validated, and what they use", async () => {
    const checks = await read(
      "check",
      `CREATE FUNCTION fits(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
       CREATE TABLE t (a integer, b text, c boolean, CONSTRAINT positive CHECK (a > 0), CONSTRAINT c_holds CHECK (c));
       ALTER TABLE t ADD CONSTRAINT b_fits CHECK (fits(b) OR b = ') NOT VALID') NOT VALID;`,
    );
    const common = { kind: "check", schema: "app", table: "t" };
    const columnOf = (name: string) => [`column:app.t.${name}`];
    expect(checks).toEqual([
      {
        ...common,
        name: "b_fits",
        expression: "(app.fits(b) OR (b = ') NOT VALID'::text))",
        validated: false,
        dependsOn: [...columnOf("b"), "function:app.fits(text)", "table:app.t"],
      },
      { ...common, name: "c_holds", expression: "c", validated: true, dependsOn: [...columnOf("c"), "table:app.t"] },
      {
        ...common,
        name: "positive",
        expression: "(a > 0)",
        validated: true,
        dependsOn: [...columnOf("a"), "table:app.t"],
      },
    ]);
  });

  test("reads foreign keys, also into a schema that is not read", async () => {
    const keys = await read(
      "foreign_key",
      `CREATE SCHEMA other; CREATE TABLE other.target (x integer, y integer, PRIMARY KEY (y, x));
       CREATE TABLE t (a integer, b integer, CONSTRAINT plain FOREIGN KEY (a, b) REFERENCES other.target (x, y));
       ALTER TABLE t ADD CONSTRAINT rich FOREIGN KEY (b, a) REFERENCES other.target ON DELETE SET NULL
         ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED NOT VALID;`,
    );
    const common = { kind: "foreign_key", schema: "app", table: "t" };
    expect(keys).toEqual([
      {
        ...common,
        name: "plain",
        columns: ["a", "b"],
        references: { schema: "other", table: "target", columns: ["x", "y"] },
        onDelete: "no_action",
        onUpdate: "no_action",
        deferrable: false,
        initiallyDeferred: false,
        validated: true,
      },
      {
        ...common,
        name: "rich",
        columns: ["b", "a"],
        references: { schema: "other", table: "target", columns: ["y", "x"] },
        onDelete: "set_null",
        onUpdate: "cascade",
        deferrable: true,
        initiallyDeferred: true,
        validated: false,
      },
    ]);
  });

  test("reads indexes with all their attributes", async () => {
    const indexes = await read(
      "index",
      `CREATE TABLE t (a text, b integer, c jsonb, d text COLLATE "C");
       CREATE UNIQUE INDEX i1 ON t (b DESC, a COLLATE "C" text_pattern_ops NULLS FIRST) INCLUDE (d) WHERE b > 3;
       CREATE INDEX i2 ON t USING gin (c jsonb_path_ops);
       CREATE INDEX i3 ON t (lower(a), (b + 1), d);`,
    );
    const key = {
      column: null,
      expression: null,
      descending: false,
      nullsFirst: false,
      operatorClass: null,
      collation: null,
    };
    const common = {
      kind: "index",
      schema: "app",
      table: "t",
      unique: false,
      nullsNotDistinct: false,
      method: "btree",
      include: [],
      where: null,
      valid: true,
      dependsOn: [],
    };
    expect(indexes).toEqual([
      {
        ...common,
        name: "i1",
        unique: true,
        keys: [
          { ...key, column: "b", descending: true, nullsFirst: true },
          { ...key, column: "a", nullsFirst: true, operatorClass: "text_pattern_ops", collation: '"C"' },
        ],
        include: ["d"],
        where: "(b > 3)",
        dependsOn: expect.arrayContaining(["column:app.t.b"]),
      },
      { ...common, name: "i2", method: "gin", keys: [{ ...key, column: "c", operatorClass: "jsonb_path_ops" }] },
      {
        ...common,
        name: "i3",
        keys: [
          { ...key, expression: "lower(a)" },
          { ...key, expression: "((b + 1))" },
          { ...key, column: "d" },
        ],
        dependsOn: ["column:app.t.a", "column:app.t.b", "column:app.t.d", "table:app.t"],
      },
    ]);
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
