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
      "CREATE TABLE t (a text) PARTITION BY LIST (a); CREATE TABLE t1 PARTITION OF t FOR VALUES IN ('1'); ALTER TABLE t1 ALTER COLUMN a SET STORAGE EXTERNAL",
      "inherited column that differs from its parent's app.t1.a",
    ],
    [
      "CREATE TABLE p (a integer, CONSTRAINT one CHECK (a > 1)); CREATE TABLE c () INHERITS (p); COMMENT ON CONSTRAINT one ON c IS 'x'",
      "comment on an inherited constraint app.c.one",
    ],
    [
      "CREATE TABLE p (a integer) PARTITION BY RANGE (a); CREATE TABLE c PARTITION OF p DEFAULT; CREATE INDEX own ON c (a DESC); CREATE INDEX i ON p (a)",
      "index of a partition in another order than its parent's app.own",
    ],
    [
      "CREATE TABLE p (a integer) PARTITION BY RANGE (a); CREATE TABLE c PARTITION OF p DEFAULT; ALTER TABLE ONLY p ADD UNIQUE (a)",
      "key of a partitioned table that a partition does not have app.p_a_key",
    ],
    [
      "CREATE TABLE p (a integer NOT NULL) PARTITION BY RANGE (a); CREATE TABLE c PARTITION OF p DEFAULT; ALTER TABLE c ADD UNIQUE (a); ALTER TABLE p ADD PRIMARY KEY (a)",
      "key of a partition that is of another kind than its parent's app.c.c_a_key",
    ],
    [
      "CREATE TABLE p (a integer NOT NULL) PARTITION BY RANGE (a); CREATE TABLE c PARTITION OF p DEFAULT; ALTER TABLE c ADD PRIMARY KEY (a); ALTER TABLE p ADD UNIQUE (a)",
      "key of a partition that is of another kind than its parent's app.c.c_pkey",
    ],
    [
      "CREATE TABLE p (a integer) PARTITION BY RANGE (a); CREATE TABLE c PARTITION OF p DEFAULT; CREATE INDEX i ON p (a) WITH (fillfactor = 80); ALTER INDEX c_a_idx RESET (fillfactor)",
      "index of a partition without a parameter of its parent's app.c_a_idx",
    ],
    [
      "CREATE TYPE b; CREATE FUNCTION b_in(cstring) RETURNS b LANGUAGE internal IMMUTABLE STRICT AS 'textin'; CREATE FUNCTION b_out(b) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout'; CREATE TYPE b (input = b_in, output = b_out, like = text)",
      "base type app.b",
    ],
    [
      "CREATE OPERATOR === (leftarg = text, rightarg = text, function = texteq, negator = !==)",
      "operator that was only named app.!==(text,text)",
    ],
    [
      "CREATE OPERATOR FAMILY f USING btree; ALTER OPERATOR FAMILY f USING btree ADD FUNCTION 1 btint4cmp(integer, integer)",
      "operators or functions of an operator family app.f",
    ],
    [
      "CREATE TABLE t (a integer PRIMARY KEY, b integer CONSTRAINT f REFERENCES t); ALTER TABLE t DISABLE TRIGGER ALL",
      "foreign key with a disabled trigger app.t.f",
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
    expect(objectsOfKind(schema, "not_null")).toMatchObject([
      { column: "a", name: "a_set", validated: false },
      { column: "b", name: "b_set", validated: true },
    ]);
    expect(unmodelled).toEqual([]);
  });

  test.runIf(major >= 18)("says nothing of a not-null constraint that PostgreSQL named", async () => {
    const { schema } = await readUncommitted(
      client,
      "CREATE TABLE t (a integer PRIMARY KEY, b integer NOT NULL); ALTER TABLE t RENAME b TO c",
    );
    expect(objectsOfKind(schema, "not_null")).toEqual([]);
    expect(objectsOfKind(schema, "column")).toMatchObject([{ name: "a" }, { name: "c", notNullName: "t_b_not_null" }]);
  });

  test.runIf(major >= 18).each([
    [
      "CREATE TABLE p (a integer NOT NULL); CREATE TABLE c (a integer CONSTRAINT a_set NOT NULL) INHERITS (p)",
      "inherited not-null constraint with a name of its own app.c.a_set",
    ],
    [
      "CREATE TABLE p (a integer NOT NULL); CREATE TABLE c () INHERITS (p); COMMENT ON CONSTRAINT p_a_not_null ON c IS 'x'",
      "comment on an inherited constraint app.c.p_a_not_null",
    ],
    [
      "CREATE TABLE p (a integer); ALTER TABLE p ADD CONSTRAINT a_set NOT NULL a NOT VALID; CREATE TABLE c () INHERITS (p)",
      "inherited constraint that is validated or enforced otherwise than its parent's app.c.a_set",
    ],
    [
      "CREATE TABLE p (a integer, CONSTRAINT one CHECK (a > 1) NOT ENFORCED) PARTITION BY LIST (a); CREATE TABLE c (a integer, CONSTRAINT one CHECK (a > 1)); ALTER TABLE p ATTACH PARTITION c DEFAULT",
      "inherited constraint that is validated or enforced otherwise than its parent's app.c.one",
    ],
    [
      "CREATE DOMAIN d AS text CONSTRAINT filled NOT NULL; COMMENT ON CONSTRAINT filled ON DOMAIN d IS 'x'",
      "comment on the not-null constraint of a domain app.d.filled",
    ],
  ])("names what it cannot say of what PostgreSQL 18 brought: %s", async (statements, ...names) => {
    const { unmodelled } = await readUncommitted(client, statements);
    expect(unmodelled.map(({ what, name }) => `${what} ${name}`)).toEqual(names);
  });
});
