import { availableMajors, createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DatabaseSchema, diffSchemas, introspectSchema, isSame, planBetweenCatalogs } from "../src/index.ts";

/** What changes, the statements of one side, and those of the other. Each is tried in both directions. */
const changes: readonly (readonly [what: string, before: string, after: string])[] = [
  ["a domain", "", "CREATE DOMAIN d AS text COLLATE \"C\" DEFAULT 'x' NOT NULL CONSTRAINT c CHECK (VALUE <> '')"],
  [
    "a domain's default, requirement and checks",
    "CREATE DOMAIN d AS integer DEFAULT 1 CONSTRAINT c CHECK (VALUE > 0); CREATE TABLE t (a d)",
    "CREATE DOMAIN d AS integer NOT NULL CONSTRAINT c CHECK (VALUE > 1) CONSTRAINT e CHECK (VALUE < 9); CREATE TABLE t (a d)",
  ],
  [
    "the type that a domain stands on",
    "CREATE DOMAIN d AS integer CONSTRAINT c CHECK (VALUE > 0); CREATE TABLE t (a d); CREATE VIEW v AS SELECT a FROM t",
    "CREATE DOMAIN d AS bigint CONSTRAINT c CHECK (VALUE > 0); CREATE TABLE t (a d); CREATE VIEW v AS SELECT a FROM t",
  ],
  ["a composite type", "", 'CREATE TYPE p AS (x integer, y text COLLATE "C"); CREATE TABLE t (a p, b p[])'],
  [
    "a composite type's attributes",
    "CREATE TYPE p AS (x integer, y text)",
    "CREATE TYPE p AS (x bigint, y text, z numeric(9,2))",
  ],
  [
    "a materialized view with an index and a comment",
    "CREATE TABLE t (a integer)",
    `CREATE TABLE t (a integer); CREATE MATERIALIZED VIEW m WITH (fillfactor = 50) AS SELECT a FROM t WITH NO DATA;
     CREATE UNIQUE INDEX i ON m (a); COMMENT ON MATERIALIZED VIEW m IS 'kept'; GRANT SELECT ON m TO PUBLIC`,
  ],
  [
    "a column under a materialized view with an index",
    "CREATE TABLE t (a integer); CREATE MATERIALIZED VIEW m AS SELECT a FROM t; CREATE INDEX i ON m (a)",
    "CREATE TABLE t (a bigint); CREATE MATERIALIZED VIEW m AS SELECT a FROM t; CREATE INDEX i ON m (a)",
  ],
  [
    "a rule",
    "CREATE TABLE t (a integer); CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING",
    `CREATE TABLE t (a integer); CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTIFY gone; ALTER TABLE t DISABLE RULE r;
     CREATE RULE s AS ON UPDATE TO t DO ALSO NOTIFY changed; COMMENT ON RULE s ON t IS 'says so'`,
  ],
  [
    "an exclusion constraint",
    "CREATE TABLE t (a integer)",
    "CREATE TABLE t (a integer, CONSTRAINT x EXCLUDE USING btree (a WITH =) WHERE (a > 0) DEFERRABLE)",
  ],
  [
    "range types, collations and operators, and what uses them",
    "CREATE TABLE t (a text)",
    `CREATE FUNCTION half(float8, float8) RETURNS float8 LANGUAGE sql IMMUTABLE AS 'SELECT $1 - $2';
     CREATE COLLATION german (LOCALE = 'C'); CREATE TYPE span AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = half);
     CREATE FUNCTION same(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2';
     CREATE OPERATOR === (FUNCTION = same, LEFTARG = text, RIGHTARG = text, COMMUTATOR = ===);
     CREATE TABLE t (a text COLLATE german, b span, c span_multirange[], CHECK (a === a)); CREATE INDEX i ON t (a COLLATE german);
     CREATE DOMAIN d AS text COLLATE german; CREATE TYPE p AS (x text COLLATE german); COMMENT ON COLUMN p.x IS 'part';
     COMMENT ON OPERATOR === (text, text) IS 'equal'; COMMENT ON COLLATION german IS 'deutsch'; GRANT USAGE ON TYPE span TO PUBLIC`,
  ],
  [
    "operator classes and families",
    "CREATE TABLE t (a integer)",
    `CREATE OPERATOR FAMILY fam USING btree;
     CREATE OPERATOR CLASS up FOR TYPE integer USING btree FAMILY fam AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(integer, integer);
     CREATE OPERATOR CLASS other FOR TYPE integer USING hash AS OPERATOR 1 =, FUNCTION 1 hashint4(integer);
     CREATE TABLE t (a integer); CREATE INDEX i ON t (a up)`,
  ],
  [
    "casts, conversions and access methods",
    "CREATE TYPE m AS ENUM ('a')",
    `CREATE TYPE m AS ENUM ('a'); CREATE FUNCTION f(m) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
     CREATE CAST (m AS integer) WITH FUNCTION f(m) AS ASSIGNMENT; COMMENT ON CAST (m AS integer) IS 'one';
     CREATE CONVERSION conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8; CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler`,
  ],
  [
    "text search",
    `CREATE TEXT SEARCH CONFIGURATION c (PARSER = pg_catalog.default);
     CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = snowball, Language = english, StopWords = english);
     ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR asciiword, word WITH d, simple`,
    `CREATE TEXT SEARCH CONFIGURATION c (PARSER = pg_catalog.default);
     CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = snowball, Language = german);
     CREATE TEXT SEARCH TEMPLATE p (INIT = dsimple_init, LEXIZE = dsimple_lexize); CREATE TEXT SEARCH DICTIONARY e (TEMPLATE = p, accept = 'false');
     CREATE TEXT SEARCH PARSER q (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
     ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR word, email WITH simple, e;
     COMMENT ON TEXT SEARCH CONFIGURATION c IS 'words'; CREATE TABLE t (a text); CREATE INDEX i ON t USING gin (to_tsvector('app.c', a))`,
  ],
  [
    "wrappers, servers, user mappings and foreign tables",
    `CREATE FOREIGN DATA WRAPPER w OPTIONS (a '1', b '2'); CREATE SERVER s VERSION '1' FOREIGN DATA WRAPPER w; CREATE SERVER u FOREIGN DATA WRAPPER w;
     CREATE USER MAPPING FOR PUBLIC SERVER s OPTIONS ("user" 'x'); CREATE FOREIGN TABLE f (a integer OPTIONS (n '1')) SERVER s OPTIONS (x 'y')`,
    `CREATE FOREIGN DATA WRAPPER w OPTIONS (b '2', a '3'); CREATE SERVER s VERSION '2' FOREIGN DATA WRAPPER w OPTIONS (h 'it''s');
     CREATE FOREIGN TABLE f (a bigint OPTIONS (n '2') NOT NULL DEFAULT 1, b text CHECK (b <> '')) SERVER s OPTIONS (z 'q', x 'y');
     GRANT USAGE ON FOREIGN SERVER s TO PUBLIC; COMMENT ON FOREIGN TABLE f IS 'far'; GRANT SELECT ON f TO PUBLIC; COMMENT ON SERVER s IS 'there'`,
  ],
  [
    "a table of a type, and an attribute of the type",
    "CREATE TYPE p AS (a integer, b text); CREATE TABLE t OF p (PRIMARY KEY (a)); CREATE TABLE u (a integer, b text)",
    "CREATE TYPE p AS (a integer, b text, c date); CREATE TABLE t OF p (PRIMARY KEY (a)); CREATE TABLE u OF p",
  ],
  [
    "comments on parts, defaults of views, and rights on the sequence behind an identity",
    "CREATE TABLE t (a integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, b text); CREATE VIEW v AS SELECT a, b FROM t",
    `CREATE TABLE t (a integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, b text); CREATE VIEW v AS SELECT a, b FROM t;
     COMMENT ON COLUMN v.b IS 'it''s'; COMMENT ON INDEX t_pkey IS 'key'; COMMENT ON SEQUENCE t_a_seq IS 'counts'; COMMENT ON CONSTRAINT t_pkey ON t IS 'pk';
     GRANT USAGE ON SEQUENCE t_a_seq TO PUBLIC; ALTER VIEW v ALTER b SET DEFAULT 'x'`,
  ],
  [
    "targets and parameters of index keys, in the order in which they were set",
    "CREATE TABLE t (a integer); CREATE INDEX i ON t ((a + 1))",
    `CREATE TABLE t (a integer) WITH (fillfactor = 70, autovacuum_enabled = off); CREATE INDEX i ON t ((a + 1)) WITH (fillfactor = 60, deduplicate_items = off);
     ALTER INDEX i ALTER COLUMN 1 SET STATISTICS 7; CREATE INDEX j ON t USING brin (a int4_bloom_ops (n_distinct_per_range = 9))`,
  ],
  [
    "extended statistics",
    "CREATE TABLE t (a integer, b integer)",
    "CREATE TABLE t (a integer, b integer); CREATE STATISTICS s (ndistinct) ON a, b FROM t; ALTER STATISTICS s SET STATISTICS 7",
  ],
  [
    "an aggregate",
    "",
    `CREATE AGGREGATE total(integer) (sfunc = int4pl, stype = integer, initcond = '0', parallel = safe);
     COMMENT ON AGGREGATE total(integer) IS 'sum'; REVOKE ALL ON FUNCTION total(integer) FROM PUBLIC`,
  ],
  [
    "storage, targets, parameters, replica identity and clustering",
    "CREATE TABLE t (a text NOT NULL, b text); CREATE UNIQUE INDEX i ON t (a)",
    `CREATE TABLE t (a text NOT NULL, b text) WITH (fillfactor = 50, autovacuum_enabled = off, toast.autovacuum_enabled = off);
     CREATE UNIQUE INDEX i ON t (a) WITH (fillfactor = 60);
     ALTER TABLE t ALTER a SET STORAGE external, ALTER a SET STATISTICS 7, ALTER a SET (n_distinct = 3),
       ALTER b SET COMPRESSION pglz, REPLICA IDENTITY USING INDEX i, CLUSTER ON i`,
  ],
  [
    "the storage of a column that takes another type",
    "CREATE TABLE t (a varchar(9)); ALTER TABLE t ALTER a SET STORAGE external",
    "CREATE TABLE t (a text); ALTER TABLE t ALTER a SET STORAGE external",
  ],
  [
    "keys that can be deferred, include, match in full or set one column",
    "CREATE TABLE t (a integer PRIMARY KEY, b integer, c integer, UNIQUE (b, c)); CREATE TABLE u (a integer, b integer, CONSTRAINT f FOREIGN KEY (a, b) REFERENCES t (b, c))",
    `CREATE TABLE t (a integer PRIMARY KEY DEFERRABLE INITIALLY DEFERRED, b integer, c integer, UNIQUE (b, c) INCLUDE (a));
     CREATE TABLE u (a integer, b integer, CONSTRAINT f FOREIGN KEY (a, b) REFERENCES t (b, c) MATCH FULL)`,
  ],
  [
    "a check that is not inherited",
    "CREATE TABLE t (a integer CONSTRAINT c CHECK (a > 0))",
    "CREATE TABLE t (a integer CONSTRAINT c CHECK (a > 0) NO INHERIT)",
  ],
  [
    "the sequence behind an identity",
    "CREATE TABLE t (a integer GENERATED ALWAYS AS IDENTITY, b integer NOT NULL)",
    `CREATE TABLE t (a integer GENERATED BY DEFAULT AS IDENTITY (START 7 INCREMENT 3 CYCLE),
                     b integer GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME other MINVALUE 5))`,
  ],
  [
    "a serial column that becomes an identity",
    "CREATE TABLE t (a serial)",
    "CREATE TABLE t (a integer GENERATED ALWAYS AS IDENTITY)",
  ],
  ["a column of a new table with a sequence of its own", "", "CREATE TABLE t (a serial PRIMARY KEY, b bigserial)"],
  [
    "default privileges",
    "CREATE TABLE t (a integer)",
    `ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO pg_monitor;
     ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC; CREATE TABLE t (a integer); CREATE TABLE u ();
     REVOKE ALL ON t FROM pg_monitor`,
  ],
  [
    "owners",
    "CREATE TABLE t (a integer); CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
    `CREATE TABLE t (a integer); CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1'; CREATE VIEW v AS SELECT 1 AS x;
     ALTER TABLE t OWNER TO pg_monitor; ALTER FUNCTION f() OWNER TO pg_monitor; ALTER VIEW v OWNER TO pg_monitor`,
  ],
  [
    "an event trigger",
    "CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'",
    `CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
     CREATE EVENT TRIGGER ev ON sql_drop WHEN TAG IN ('DROP TABLE') EXECUTE FUNCTION e(); ALTER EVENT TRIGGER ev DISABLE`,
  ],
  [
    "a publication and its members",
    "CREATE TABLE t (a integer); CREATE TABLE u (); CREATE PUBLICATION p FOR TABLE t, u; CREATE PUBLICATION q FOR ALL TABLES",
    "CREATE TABLE t (a integer); CREATE PUBLICATION p FOR TABLE t WITH (publish = 'insert'); COMMENT ON PUBLICATION p IS 'few'",
  ],
  [
    "a table and its partitions",
    "",
    `CREATE TABLE t (a integer, b text, UNIQUE (a, b)) PARTITION BY RANGE (a); CREATE INDEX i ON t (b);
     CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (10); CREATE TABLE t2 PARTITION OF t DEFAULT PARTITION BY LIST (b);
     CREATE TABLE t3 PARTITION OF t2 FOR VALUES IN ('x'); CREATE INDEX own ON t1 (a, b)`,
  ],
  [
    "what a partition's columns have of their own",
    `CREATE TABLE t (a integer, b integer DEFAULT 1, c text) PARTITION BY LIST (a);
     CREATE TABLE t1 PARTITION OF t (b DEFAULT 2, c NOT NULL) FOR VALUES IN (1);
     CREATE TABLE t2 PARTITION OF t FOR VALUES IN (2); COMMENT ON COLUMN t2.b IS 'here'`,
    `CREATE TABLE t (a integer, b integer DEFAULT 3, c text NOT NULL) PARTITION BY LIST (a);
     CREATE TABLE t1 PARTITION OF t (b DEFAULT 2) FOR VALUES IN (1);
     CREATE TABLE t2 PARTITION OF t (b DEFAULT NULL, PRIMARY KEY (a)) FOR VALUES IN (2)`,
  ],
  [
    "a partition that leaves with an index of its parent's, and one that moves to another parent",
    `CREATE TABLE t (a integer NOT NULL, b text DEFAULT 'x', CHECK (a > 0)) PARTITION BY LIST (a);
     CREATE INDEX i ON t (b); CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);
     CREATE TABLE t2 PARTITION OF t (b DEFAULT 'y') FOR VALUES IN (2)`,
    `CREATE TABLE u (a integer NOT NULL, b text DEFAULT 'x') PARTITION BY LIST (a);
     CREATE TABLE t1 (a integer NOT NULL, b text DEFAULT 'x');
     CREATE TABLE t2 PARTITION OF u FOR VALUES IN (2);
     CREATE TABLE t (a integer NOT NULL, b text DEFAULT 'x', CONSTRAINT t_a_check CHECK (a > 0)) PARTITION BY LIST (a);
     CREATE INDEX i ON t (b)`,
  ],
  [
    "a partition that is attached",
    `CREATE TABLE t (a integer NOT NULL, b text, CHECK (a > 0)) PARTITION BY RANGE (a);
     CREATE TABLE t1 (a integer NOT NULL, b text, CONSTRAINT t_a_check CHECK (a > 0))`,
    `CREATE TABLE t (a integer NOT NULL, b text, CHECK (a > 0)) PARTITION BY RANGE (a);
     CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (10)`,
  ],
  [
    "a column, a key and an index of a partitioned table",
    "CREATE TABLE t (a integer) PARTITION BY LIST (a); CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1)",
    `CREATE TABLE t (a integer, b text DEFAULT 'x', PRIMARY KEY (a)) PARTITION BY LIST (a);
     CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1); CREATE INDEX i ON t (b)`,
  ],
  [
    "a plain table that is split into partitions",
    "CREATE TABLE t (a integer PRIMARY KEY, b serial)",
    "CREATE TABLE t (a integer PRIMARY KEY, b serial) PARTITION BY LIST (a)",
  ],
  [
    "a table that inherits",
    "CREATE TABLE t (a integer, CONSTRAINT c CHECK (a > 0))",
    "CREATE TABLE t (a integer, CONSTRAINT c CHECK (a > 0)); CREATE TABLE u (b integer) INHERITS (t)",
  ],
];

describe.each(availableMajors())("PostgreSQL %i", (major) => {
  let database: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await createTestDatabase({ major });
    client = await database.client();
    await client.query("CREATE SCHEMA app; SET search_path = app");
  });
  afterAll(() => database.drop());

  const read = () => introspectSchema(client, { schemas: ["app"], owners: true });
  const inTransaction = async <T>(work: () => Promise<T>): Promise<T> => {
    await client.query("BEGIN");
    try {
      return await work();
    } finally {
      await client.query("ROLLBACK");
    }
  };
  const built = (statements: string) =>
    inTransaction(async () => {
      await client.query(statements);
      return read();
    });

  const leads = async (from: string, to: string): Promise<void> => {
    const [before, after] = [await built(from), await built(to)];
    const found = await inTransaction(async (): Promise<DatabaseSchema> => {
      await client.query(from);
      const result = planBetweenCatalogs(before, after, { postgresMajor: major });
      if (result.status === "refused") throw new Error(JSON.stringify(result.refusals));
      await client.query("SET LOCAL check_function_bodies = off");
      for (const { sql } of result.plan.steps) await client.query(sql.text);
      return (await read()).schema;
    });
    const difference = diffSchemas(after.schema, found);
    expect(isSame(difference), JSON.stringify(difference, null, 1).slice(0, 2000)).toBe(true);
  };

  test.each(changes)("changes %s, and back", async (_, before, after) => {
    await leads(before, after);
    await leads(after, before);
  });

  test.runIf(major >= 15)("changes the columns that a foreign key sets, and back", async () => {
    const tables = (action: string): string =>
      `CREATE TABLE t (a integer, b integer, PRIMARY KEY (a, b)); CREATE TABLE u (a integer, b integer, FOREIGN KEY (a, b) REFERENCES t ${action})`;
    await leads(tables("ON DELETE SET NULL"), tables("ON DELETE SET NULL (b)"));
    await leads(tables("ON DELETE SET NULL (b)"), tables("ON DELETE SET NULL"));
  });

  test.runIf(major >= 15)("changes access methods and sequences that are not logged, and back", async () => {
    const method = "CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;";
    const [before, after] = [
      `${method} CREATE TABLE t (a integer); CREATE TABLE u () USING heap2; CREATE SEQUENCE s; CREATE TABLE v (a serial)`,
      `${method} CREATE TABLE t (a integer) USING heap2; CREATE TABLE u (); CREATE UNLOGGED SEQUENCE s; CREATE UNLOGGED TABLE v (a serial)`,
    ];
    await leads(before, after);
    await leads(after, before);
  });

  test.runIf(major >= 18)("changes when a generated column is computed, and back", async () => {
    const table = (kind: string): string => `CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a + 1) ${kind})`;
    await leads(table("STORED"), table("VIRTUAL"));
    await leads(table("VIRTUAL"), table("STORED"));
  });
});
