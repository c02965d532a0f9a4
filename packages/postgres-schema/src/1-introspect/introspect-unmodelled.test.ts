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
    expect(unmodelled).toEqual([{ what: "not-null constraint that is not validated", name: "app.t.a_set" }]);
  });
});
