-- before to after

-- lock: none
CREATE SCHEMA "it's ""odd"" \ $$";

-- lock: none
CREATE TYPE "it's ""odd"" \ $$"."Mood ""x""" AS ENUM ('a''b', 'c\d');

-- lock: none
CREATE OR REPLACE FUNCTION "it's ""odd"" \ $$"."fu""nction"("a ""b" integer)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN 1; END $function$;

-- lock: none
REVOKE ALL ON FUNCTION "it's ""odd"" \ $$"."fu""nction"(integer) FROM PUBLIC;

-- lock: none
CREATE OR REPLACE FUNCTION "it's ""odd"" \ $$"."tri'gger"()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN NEW; END $function$;

-- lock: none
REVOKE ALL ON FUNCTION "it's ""odd"" \ $$"."tri'gger"() FROM PUBLIC;

-- lock: none
CREATE DOMAIN "it's ""odd"" \ $$"."do-main" AS text CONSTRAINT "ch""eck" CHECK ((VALUE <> ''''::text));

-- lock: none
CREATE SEQUENCE "it's ""odd"" \ $$"."se'quence" AS bigint INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1 NO CYCLE;

-- lock: none
CREATE TABLE "it's ""odd"" \ $$"."""; drop schema public cascade; --" (
  "select" integer DEFAULT nextval('"it''s ""odd"" \ $$"."se''quence"'::regclass) NOT NULL,
  "Mixed Case" text,
  "new
line" "it's ""odd"" \ $$"."Mood ""x""" DEFAULT 'c\d'::"it's ""odd"" \ $$"."Mood ""x""",
  "größe" "it's ""odd"" \ $$"."do-main",
  "tab	and $1" integer,
  CONSTRAINT "p""k" PRIMARY KEY ("select"),
  CONSTRAINT "u'q" UNIQUE ("Mixed Case"),
  CONSTRAINT "c--k" CHECK (("tab	and $1" > 0))
);

-- lock: none
CREATE INDEX "in""dex" ON "it's ""odd"" \ $$"."""; drop schema public cascade; --" ((lower("Mixed Case")), "größe") INCLUDE ("tab	and $1") WHERE ("select" > 0);

-- lock: none
CREATE STATISTICS "it's ""odd"" \ $$"."st""at" ON "Mixed Case", "select" FROM "it's ""odd"" \ $$"."""; drop schema public cascade; --";

-- lock: none
ALTER TABLE "it's ""odd"" \ $$"."""; drop schema public cascade; --" ADD CONSTRAINT "f;k" FOREIGN KEY ("tab	and $1") REFERENCES "it's ""odd"" \ $$"."""; drop schema public cascade; --" ("select");

-- lock: none
CREATE VIEW "it's ""odd"" \ $$"."v$$iew" AS
SELECT "select" AS "from",
    "Mixed Case"
   FROM "it's ""odd"" \ $$"."""; drop schema public cascade; --";

-- lock: none
CREATE TRIGGER "t""r" BEFORE UPDATE OF "Mixed Case" ON "it's ""odd"" \ $$"."""; drop schema public cascade; --" FOR EACH ROW EXECUTE FUNCTION "it's ""odd"" \ $$"."tri'gger"('ar''g', 'b\s');

-- lock: none
CREATE POLICY "p'o""l" ON "it's ""odd"" \ $$"."""; drop schema public cascade; --" FOR ALL TO PUBLIC USING (("Mixed Case" = 'x'::text));

-- lock: none
CREATE PUBLICATION "pub""lication" FOR TABLE "it's ""odd"" \ $$"."""; drop schema public cascade; --" ("Mixed Case", "select") WITH (publish = 'insert, update, delete, truncate', publish_via_partition_root = false);

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION "it's ""odd"" \ $$"."fu""nction"(integer) TO PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION "it's ""odd"" \ $$"."tri'gger"() TO PUBLIC;

-- lock: none
GRANT SELECT ("Mixed Case", "new
line") ON TABLE "it's ""odd"" \ $$"."""; drop schema public cascade; --" TO scenario_reader;

-- lock: share_update_exclusive
COMMENT ON COLUMN "it's ""odd"" \ $$"."""; drop schema public cascade; --"."new
line" IS '"; drop schema public cascade; --';

-- lock: share_update_exclusive
ALTER TABLE "it's ""odd"" \ $$"."""; drop schema public cascade; --" ALTER COLUMN "Mixed Case" SET STATISTICS 7;

-- after to before

-- lock: none
DROP PUBLICATION "pub""lication";

-- lock: access_exclusive
DROP VIEW "it's ""odd"" \ $$"."v$$iew";

-- lock: share_update_exclusive
DROP STATISTICS "it's ""odd"" \ $$"."st""at";

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE "it's ""odd"" \ $$"."""; drop schema public cascade; --";

-- lock: none
DROP SEQUENCE "it's ""odd"" \ $$"."se'quence";

-- lock: none
DROP DOMAIN "it's ""odd"" \ $$"."do-main";

-- lock: none
DROP FUNCTION "it's ""odd"" \ $$"."fu""nction"(integer);

-- lock: none
DROP FUNCTION "it's ""odd"" \ $$"."tri'gger"();

-- lock: none
DROP TYPE "it's ""odd"" \ $$"."Mood ""x""";

-- lock: none
DROP SCHEMA "it's ""odd"" \ $$";
