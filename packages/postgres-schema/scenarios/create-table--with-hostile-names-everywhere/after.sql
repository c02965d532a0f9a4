CREATE SCHEMA "it's ""odd"" \ $$";
CREATE TYPE "it's ""odd"" \ $$"."Mood ""x""" AS ENUM ('a''b', 'c\d');
CREATE DOMAIN "it's ""odd"" \ $$"."do-main" AS text CONSTRAINT "ch""eck" CHECK (VALUE <> '''');
CREATE SEQUENCE "it's ""odd"" \ $$"."se'quence";
CREATE TABLE "it's ""odd"" \ $$"."""; drop schema public cascade; --" ("select" integer CONSTRAINT "p""k" PRIMARY KEY DEFAULT nextval('"it''s ""odd"" \ $$"."se''quence"'), "Mixed Case" text CONSTRAINT "u'q" UNIQUE, "new
line" "it's ""odd"" \ $$"."Mood ""x""" DEFAULT 'c\d', "größe" "it's ""odd"" \ $$"."do-main", "tab	and $1" integer CONSTRAINT "f;k" REFERENCES "it's ""odd"" \ $$"."""; drop schema public cascade; --", CONSTRAINT "c--k" CHECK ("tab	and $1" > 0));
CREATE INDEX "in""dex" ON "it's ""odd"" \ $$"."""; drop schema public cascade; --" (lower("Mixed Case"), "größe") INCLUDE ("tab	and $1") WHERE "select" > 0;
CREATE VIEW "it's ""odd"" \ $$"."v$$iew" AS SELECT "select" AS "from", "Mixed Case" FROM "it's ""odd"" \ $$"."""; drop schema public cascade; --";
CREATE FUNCTION "it's ""odd"" \ $$"."fu""nction"("a ""b" integer) RETURNS integer LANGUAGE plpgsql AS $f$ BEGIN RETURN 1; END $f$;
CREATE FUNCTION "it's ""odd"" \ $$"."tri'gger"() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN RETURN NEW; END $f$;
CREATE TRIGGER "t""r" BEFORE UPDATE OF "Mixed Case" ON "it's ""odd"" \ $$"."""; drop schema public cascade; --" FOR EACH ROW EXECUTE FUNCTION "it's ""odd"" \ $$"."tri'gger"('ar''g', 'b\s');
CREATE POLICY "p'o""l" ON "it's ""odd"" \ $$"."""; drop schema public cascade; --" USING ("Mixed Case" = 'x');
COMMENT ON COLUMN "it's ""odd"" \ $$"."""; drop schema public cascade; --"."new
line" IS '"; drop schema public cascade; --';
GRANT SELECT ("Mixed Case", "new
line") ON "it's ""odd"" \ $$"."""; drop schema public cascade; --" TO scenario_reader;
CREATE STATISTICS "it's ""odd"" \ $$"."st""at" ON "select", "Mixed Case" FROM "it's ""odd"" \ $$"."""; drop schema public cascade; --";
CREATE PUBLICATION "pub""lication" FOR TABLE "it's ""odd"" \ $$"."""; drop schema public cascade; --" ("select", "Mixed Case");
ALTER TABLE "it's ""odd"" \ $$"."""; drop schema public cascade; --" ALTER "Mixed Case" SET STATISTICS 7;
