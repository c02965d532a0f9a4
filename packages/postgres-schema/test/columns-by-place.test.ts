import { availableMajors, createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { diffSchemas, type IntrospectedSchema, introspectSchema, planBetweenCatalogs } from "../src/index.ts";

/** Statements beside `t (a, c)`, which gets `b` in the middle. */
const others = "CREATE TABLE u (d integer, e integer, f integer); CREATE TABLE s (x text);";
const before = `CREATE TABLE t (a integer, c integer); ${others}`;
const holder = "CREATE TABLE h (r t, more t[] DEFAULT '{}');";

const byPlace: readonly (readonly [says: string, statements: string])[] = [
  ["names for the columns of a table", "CREATE VIEW v AS SELECT x FROM t q(x)"],
  [
    "names for the columns of a table within a policy",
    "CREATE POLICY p ON u USING (EXISTS (SELECT FROM t q(x) WHERE x = d))",
  ],
  ["names for the columns of a join", "CREATE VIEW v AS SELECT j.k FROM (t CROSS JOIN u) j(k, l, m)"],
  [
    "names for the columns of a function's rows",
    "CREATE FUNCTION f() RETURNS SETOF t LANGUAGE plpgsql AS 'BEGIN END'; CREATE VIEW v AS SELECT y FROM f() q(x, y)",
  ],
  [
    "names for the columns of a function's rows beside another's",
    "CREATE FUNCTION f() RETURNS SETOF t LANGUAGE plpgsql AS 'BEGIN END'; CREATE VIEW v AS SELECT y FROM ROWS FROM (f(), generate_series(1, 2)) q(x, y)",
  ],
  [
    "names for the columns of rows of JSON",
    "CREATE VIEW v AS SELECT y FROM jsonb_populate_record(NULL::t, '{}') q(x, y)",
  ],
  ["a row that is cast", "CREATE VIEW v AS SELECT (ROW(1, 2, 3)::t).b"],
  ["a text that is a row", "CREATE VIEW v AS SELECT ('(1,2,3)'::t).b"],
  ["a text that is several rows", `CREATE VIEW v AS SELECT '{"(1,2,3)"}'::t[] AS rows`],
  ["a text that becomes a row", "CREATE VIEW v AS SELECT (x::t).b FROM s"],
  [
    "a row that is an argument",
    "CREATE FUNCTION f(t) RETURNS integer LANGUAGE sql AS 'SELECT 1'; CREATE VIEW v AS SELECT f(ROW(1, 2, 3))",
  ],
  ["a row that is a default", "CREATE TABLE h (r t DEFAULT ROW(1, 2, 3))"],
  ["a row within a check", `${holder} ALTER TABLE h ADD CHECK (r <> ROW(1, 2, 3)::t)`],
  ["a row within an index", `${holder} CREATE INDEX ON h ((r < '(1,2,3)'::t))`],
  [
    "a row that a rule writes",
    `${holder} CREATE RULE w AS ON INSERT TO u DO ALSO INSERT INTO h (r) VALUES (ROW(1, 2, 3))`,
  ],
  ["a row that rows are compared with", "CREATE VIEW v AS SELECT t = ROW(1, 2, 3) AS same FROM t"],
  ["a row that is compared with rows", "CREATE VIEW v AS SELECT ROW(1, 2, 3) IS DISTINCT FROM q AS other FROM t q"],
  ["rows of two tables that are compared", "CREATE VIEW v AS SELECT t = u AS same FROM t, u"],
  [
    "a row that a trigger compares with",
    "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'; CREATE TRIGGER w BEFORE UPDATE ON t FOR EACH ROW WHEN (NEW = ROW(1, 2, 3)) EXECUTE FUNCTION f()",
  ],
  ["a list that a parsed body ends with", "CREATE FUNCTION f() RETURNS SETOF t BEGIN ATOMIC SELECT 1, 2, 3; END"],
  ["another table's columns", "CREATE FUNCTION f() RETURNS SETOF t BEGIN ATOMIC SELECT * FROM u; END"],
  [
    "lists that a parsed body joins",
    "CREATE FUNCTION f() RETURNS SETOF t BEGIN ATOMIC SELECT 1, 2, 3 UNION SELECT 4, 5, 6; END",
  ],
  [
    "a list that a body returns",
    "CREATE FUNCTION f() RETURNS t LANGUAGE sql AS 'INSERT INTO t (a) VALUES (1) RETURNING a, b, c'",
  ],
  ["a list that a body ends with", "CREATE FUNCTION f() RETURNS SETOF t LANGUAGE sql AS 'SELECT a, b, c FROM t; '"],
  [
    "a list that a body in PL/pgSQL returns",
    "CREATE FUNCTION f() RETURNS SETOF t LANGUAGE plpgsql AS 'BEGIN RETURN QUERY SELECT 1, 2, 3; END'",
  ],
  [
    "a row that an aggregate starts with",
    "CREATE FUNCTION f(t, integer) RETURNS t LANGUAGE sql AS 'SELECT $1'; CREATE AGGREGATE g(integer) (SFUNC = f, STYPE = t, INITCOND = '(1,2,3)')",
  ],
];

const byName: readonly (readonly [says: string, statements: string])[] = [
  ["all columns", "CREATE VIEW v AS SELECT * FROM t NATURAL JOIN s"],
  [
    "whole rows",
    "CREATE VIEW v AS SELECT q, q.*, row_to_json(q) AS json, NULL::t AS no FROM t q WHERE q IS DISTINCT FROM NULL",
  ],
  [
    "lists of columns",
    "CREATE VIEW v AS SELECT a, to_json(ROW(a, b, c)) AS json FROM t WHERE ROW(a, b, c) < ROW(1, 2, 3) OR (a, b, c) IN (SELECT * FROM u)",
  ],
  [
    "names for the columns of a query",
    "CREATE VIEW v AS WITH w(x, y, z) AS (TABLE t) SELECT q.x, w.y FROM (SELECT * FROM t) q(x, y, z), w",
  ],
  [
    "names for the columns of other functions",
    "CREATE VIEW v AS SELECT x, y, k FROM unnest(ARRAY[1], ARRAY[2]) q(x, y), t, jsonb_each(to_jsonb(t)) e(k)",
  ],
  [
    "rows that are collected",
    "CREATE VIEW v AS SELECT coalesce(array_agg(t) FILTER (WHERE a > 1), '{}'::t[]) AS rows FROM t",
  ],
  [
    "rows of one table that are compared",
    "CREATE VIEW v AS SELECT t = q AS same, t IN (SELECT r FROM t r) AS among FROM t, t q",
  ],
  ["parts of rows that are held", `${holder} CREATE VIEW v AS SELECT (r).b, more[1] AS first FROM h`],
  [
    "rows that functions give",
    `
    CREATE FUNCTION f() RETURNS SETOF t BEGIN ATOMIC SELECT q.* FROM t q ORDER BY c; END;
    CREATE FUNCTION g() RETURNS SETOF t BEGIN ATOMIC SELECT q FROM t q; END;
    CREATE FUNCTION i() RETURNS SETOF t LANGUAGE sql AS 'SELECT 1, 2; SELECT t.* FROM t';
    CREATE FUNCTION j() RETURNS SETOF t LANGUAGE plpgsql AS 'BEGIN RETURN QUERY SELECT * FROM t; END';
    CREATE FUNCTION k() RETURNS TABLE (x integer, y integer, z integer) BEGIN ATOMIC SELECT a, b, c FROM t; END;
    CREATE VIEW v AS SELECT f.b, k.y FROM f(), k()`,
  ],
  [
    "rows that are written",
    `
    CREATE RULE w AS ON INSERT TO u DO ALSO INSERT INTO t VALUES (NEW.d, NEW.e, NEW.f);
    CREATE RULE x AS ON UPDATE TO u WHERE OLD.* IS DISTINCT FROM NEW.* DO ALSO UPDATE t SET (a, b, c) = ROW(1, 2, 3)`,
  ],
  [
    "names for columns in strings",
    "CREATE VIEW v AS SELECT 'public.t q(x, y), ROW(1, 2, 3)::public.t' AS text, a FROM t",
  ],
];

describe.each(availableMajors())("a table whose columns stand otherwise on PostgreSQL %i", (major) => {
  let database: TestDatabase;
  let client: Client;
  let there: IntrospectedSchema;
  const read = async (statements: string): Promise<IntrospectedSchema> => {
    await client.query("BEGIN");
    try {
      await client.query(statements);
      const read = await introspectSchema(client, { schemas: ["public"] });
      return { schema: read.schema, unmodelled: read.unmodelled };
    } finally {
      await client.query("ROLLBACK");
    }
  };
  beforeAll(async () => {
    database = await createTestDatabase({ major });
    client = await database.client();
    there = await read(before);
  });
  afterAll(() => database.drop());

  const plan = async (columns: string, statements: string) =>
    planBetweenCatalogs(there, await read(`CREATE TABLE t (${columns}); ${others} ${statements}`), {
      postgresMajor: major,
    });

  test.each(byPlace)("refuses %s", async (_, statements) => {
    const moved = await plan("a integer, b integer, c integer", statements);
    expect(moved.status === "refused" && moved.refusals.map(({ what }) => what)).toContainEqual(
      expect.stringContaining("by place, while t has c where a new one has b"),
    );
    expect(await plan("a integer, c integer, b integer", statements)).toMatchObject({ status: "planned" });
  });

  test.each(byName)("takes %s", async (_, statements) => {
    const wanted = await read(`CREATE TABLE t (a integer, b integer, c integer); ${others} ${statements}`);
    const result = planBetweenCatalogs(there, wanted, { postgresMajor: major });
    const steps = result.status === "planned" ? result.plan.steps.map(({ sql }) => sql.text) : ["it is refused"];
    const arrived = await read([before, "SET LOCAL check_function_bodies = off", ...steps].join(";\n"));
    expect(diffSchemas(wanted.schema, arrived.schema)).toEqual({ added: [], removed: [], changed: [] });
  });

  test("gives each value in its column", async () => {
    const wanted = await read(`CREATE TABLE t (a integer, b integer, c integer); ${others}
      CREATE FUNCTION f() RETURNS SETOF t BEGIN ATOMIC INSERT INTO t VALUES (1, 2, 3) RETURNING *; END;
      CREATE FUNCTION g() RETURNS t BEGIN ATOMIC SELECT * FROM t; END;
      CREATE FUNCTION r() RETURNS TABLE (a integer, b integer, c integer) BEGIN ATOMIC SELECT g.a, g.b, g.c FROM g(); END;
      CREATE POLICY p ON u USING (EXISTS (SELECT FROM f() WHERE f.b = d));
      CREATE VIEW v AS SELECT * FROM jsonb_populate_record(NULL::t, '{"a": 1, "b": 2, "c": 3}');`);
    const result = planBetweenCatalogs(there, wanted, { postgresMajor: major });
    const steps = result.status === "planned" ? result.plan.steps.map(({ sql }) => sql.text) : [];
    await client.query("BEGIN");
    try {
      await client.query([before, ...steps].join(";\n"));
      const values = async (from: string) => (await client.query(`SELECT a, b, c FROM ${from}`)).rows;
      for (const from of ["f()", "g()", "r()", "v"]) expect(await values(from)).toEqual([{ a: 1, b: 2, c: 3 }]);
    } finally {
      await client.query("ROLLBACK");
    }
  });
});
