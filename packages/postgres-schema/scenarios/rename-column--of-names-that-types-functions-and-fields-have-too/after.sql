CREATE TYPE range_of AS (zone text, low integer);
CREATE FUNCTION zone(zone text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT $1 $$;
CREATE TABLE spans (
  id integer,
  area text CONSTRAINT spans_zone_check CHECK (area <> 'zone' AND zone(zone => area) <> '"zone"' AND area <> E'\\zone'),
  "Year" date CONSTRAINT spans_year_check CHECK (EXTRACT(year FROM "Year") > 1900 AND ("Year" AT TIME ZONE 'UTC')::timestamp without time zone IS NOT NULL),
  upper text COLLATE "C" GENERATED ALWAYS AS (upper(area COLLATE "C")) STORED,
  place range_of CONSTRAINT spans_check CHECK ((place).zone <> area),
  CONSTRAINT apart EXCLUDE USING gist (daterange("Year", "Year", '[]') WITH &&) WHERE (area <> '')
);
CREATE INDEX spans_found ON spans (lower(upper COLLATE "C"), area text_pattern_ops, id) INCLUDE ("Year") WHERE area IS NOT NULL;
CREATE POLICY own ON spans USING (area = current_user) WITH CHECK (id > 0 OR upper = 'A');
CREATE POLICY other ON spans USING (EXISTS (SELECT FROM spans AS zone WHERE zone.id > 0));
