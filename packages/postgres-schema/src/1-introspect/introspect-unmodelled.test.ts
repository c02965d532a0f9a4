import { availableMajors, createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { objectsOfKind } from "../schema/database-schema.ts";
import { readUncommitted } from "./test/read-uncommitted.ts";

describe.each(availableMajors())("PostgreSQL %i", (major) => {
  let database: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await createTestDatabase({ major });
    client = await database.client();
  });
  afterAll(() => database.drop());

  test.each([
    [
      "CREATE TABLE t (a integer) PARTITION BY LIST (a); CREATE TABLE t1 PARTITION OF t (a DEFAULT 1) FOR VALUES IN (1)",
      "inherited column that differs from its parent's app.t1.a",
    ],
    ["CREATE TYPE c AS (a integer); CREATE TABLE t OF c", "typed table app.t"],
    [
      "CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w; CREATE FOREIGN TABLE f (a integer) SERVER s",
      "foreign server s",
      "foreign table app.f",
      "foreign-data wrapper w",
    ],
    ["CREATE TYPE r AS RANGE (subtype = integer)", "range type app.r"],
    ["CREATE OPERATOR === (leftarg = text, rightarg = text, function = texteq)", "operator app.===(text,text)"],
    [`CREATE COLLATION german (locale = 'C')`, "collation app.german"],
    [
      "CREATE TABLE t (a integer PRIMARY KEY, b integer CONSTRAINT f REFERENCES t); ALTER TABLE t DISABLE TRIGGER ALL",
      "foreign key with a disabled trigger app.t.f",
    ],
    [
      "CREATE TABLE t (a integer GENERATED ALWAYS AS IDENTITY (START 7)); GRANT USAGE ON SEQUENCE t_a_seq TO PUBLIC; COMMENT ON SEQUENCE t_a_seq IS 'x'",
      "comment on an identity sequence app.t_a_seq",
      "privileges on an identity sequence app.t_a_seq",
    ],
    [
      "CREATE TABLE t (a integer PRIMARY KEY); COMMENT ON INDEX t_pkey IS 'x'",
      "comment on the index of a constraint app.t_pkey",
    ],
    [
      "CREATE VIEW v AS SELECT 1 AS x; COMMENT ON COLUMN v.x IS 'y'; ALTER VIEW v ALTER x SET DEFAULT 1",
      "comment on a view column app.v.x",
      "default of a view column app.v",
    ],
    [
      `CREATE TYPE m AS ENUM (); CREATE FUNCTION f(m) RETURNS integer LANGUAGE sql AS 'SELECT 1'; CREATE CAST (m AS integer) WITH FUNCTION f(m)`,
      "cast app.m as integer",
    ],
  ])("names what it cannot say: %s", async (statements, ...names) => {
    const { unmodelled } = await readUncommitted(client, statements);
    expect(unmodelled.map(({ what, name }) => `${what} ${name}`)).toEqual(names);
  });

  test.runIf(major >= 18)("takes a column for nullable while its not-null constraint is not validated", async () => {
    const { schema, unmodelled } = await readUncommitted(
      client,
      "CREATE TABLE t (a integer, b integer CONSTRAINT b_set NOT NULL); ALTER TABLE t ADD CONSTRAINT a_set NOT NULL a NOT VALID",
    );
    expect(objectsOfKind(schema, "column")).toMatchObject([{ nullable: true }, { nullable: false }]);
    expect(unmodelled).toEqual([{ what: "not-null constraint that is not validated", name: "app.t.a_set" }]);
  });

  test.runIf(major >= 18)("names what PostgreSQL 18 brought", async () => {
    const { unmodelled } = await readUncommitted(
      client,
      `CREATE TABLE t (a integer, v integer GENERATED ALWAYS AS (a + 1) VIRTUAL, CONSTRAINT c CHECK (a > 1) NOT ENFORCED);`,
    );
    expect(unmodelled).toEqual([{ what: "constraint that is not enforced", name: "app.t.c" }]);
  });
});
