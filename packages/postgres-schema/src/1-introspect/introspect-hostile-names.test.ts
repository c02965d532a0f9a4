import { availableMajors, createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import { type Client, escapeIdentifier, escapeLiteral } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { objectsOfKind } from "../schema/database-schema.ts";
import { idOf } from "../schema/identify.ts";
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
    ["quotes", `a"b'c""d`],
    ["dots, slashes, colons and percent signs", "a.b/c:d%e"],
    ["line ends", "a\nb\r\tc"],
    ["dollar signs", "$$a$function$"],
    ["63 bytes", "x".repeat(63)],
    ["characters of many bytes", "naïve 表 👩‍👩‍👧"],
    ["a reserved word", "select"],
    ["backslashes and braces", "a\\b{c},d"],
    ["the name of a type", "integer"],
    ["SQL", "x; DROP TABLE y; --"],
    ["a number in front", "1st"],
  ])("reads names with %s wherever a name can stand", async (_, name) => {
    const n = escapeIdentifier(name);
    const text = escapeLiteral(name);
    const { schema } = await readUncommitted(client, everythingNamed(n, text), [name]);
    const found = [...schema.objects.values()];

    const kinds = new Set(found.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(
      [
        "schema",
        "enum",
        "sequence",
        "table",
        "column",
        "default",
        "primary_key",
        "check",
        "foreign_key",
        "index",
        "view",
      ]
        .concat(["function", "trigger", "policy", "privilege", "comment"])
        .sort(),
    );
    for (const object of found) if ("name" in object) expect([name, "t", "id", "i", "s", "v"]).toContain(object.name);
    const ids = new Set(found.map(idOf));
    for (const object of found)
      if ("dependsOn" in object) for (const id of object.dependsOn) expect([...ids]).toContain(id);
    expect(objectsOfKind(schema, "enum")).toMatchObject([{ values: [name] }]);
    expect(objectsOfKind(schema, "comment")).toMatchObject([{ text: name }]);
    expect(objectsOfKind(schema, "column").filter(({ typeObject }) => typeObject !== null)).toHaveLength(1);
  });
});

// Relations and their types share their names in a schema, so that not all of them can have the same one.
const everythingNamed = (n: string, text: string): string => `
  CREATE SCHEMA ${n}; SET LOCAL search_path = ${n};
  CREATE TYPE ${n} AS ENUM (${text});
  CREATE SEQUENCE s;
  CREATE FUNCTION ${n}.${n}(${n}.${n}, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $body$ SELECT true $body$;
  CREATE FUNCTION ${n}.${n}() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN RETURN NULL; END $body$;
  CREATE TABLE t (
    id bigint DEFAULT nextval('s'),
    ${n} ${n}.${n} DEFAULT ${text} PRIMARY KEY,
    CHECK (${n}.${n}(${n}, ${text})),
    FOREIGN KEY (${n}) REFERENCES t
  );
  ALTER SEQUENCE s OWNED BY t.id;
  ALTER TABLE t RENAME CONSTRAINT t_pkey TO ${n};
  DO $body$ DECLARE c record; BEGIN
    FOR c IN SELECT conname, contype FROM pg_constraint WHERE conrelid = 't'::regclass AND contype IN ('c', 'f') LOOP
      EXECUTE format('ALTER TABLE t RENAME CONSTRAINT %I TO %I', c.conname, CASE c.contype WHEN 'c' THEN 't' ELSE 'v' END);
    END LOOP;
  END $body$;
  CREATE INDEX i ON t (${n}) WHERE ${n}.${n}(${n}, 'x');
  CREATE VIEW v AS SELECT ${n} FROM t;
  CREATE TRIGGER ${n} AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION ${n}.${n}(${text});
  CREATE POLICY ${n} ON t USING (${n}.${n}(${n}, 'y'));
  COMMENT ON COLUMN t.${n} IS ${text};
  GRANT SELECT (${n}) ON t TO PUBLIC;`;
