CREATE TYPE range_of AS (zone text, low integer);
CREATE FUNCTION zone(zone text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT $1 $$;
CREATE TABLE spans (
  id integer,
  zone text CHECK (zone <> 'zone' AND zone(zone => zone) <> '"zone"' AND zone <> E'\\zone'),
  year date CHECK (EXTRACT(year FROM year) > 1900 AND (year AT TIME ZONE 'UTC')::timestamp without time zone IS NOT NULL),
  "C" text COLLATE "C" GENERATED ALWAYS AS (upper(zone COLLATE "C")) STORED,
  place range_of CONSTRAINT spans_check CHECK ((place).zone <> zone),
  CONSTRAINT apart EXCLUDE USING gist (daterange(year, year, '[]') WITH &&) WHERE (zone <> '')
);
CREATE INDEX spans_found ON spans (lower("C" COLLATE "C"), zone text_pattern_ops, id) INCLUDE (year) WHERE zone IS NOT NULL;
CREATE POLICY own ON spans USING (zone = current_user) WITH CHECK (id > 0 OR "C" = 'A');
CREATE POLICY other ON spans USING (EXISTS (SELECT FROM spans AS zone WHERE zone.id > 0));
