CREATE TABLE entries (id bigint PRIMARY KEY, code text NOT NULL);

CREATE MATERIALIZED VIEW z_source AS SELECT id, code FROM entries;

CREATE FUNCTION z_helper() RETURNS SETOF z_source LANGUAGE sql STABLE SET search_path = public
  AS $function$ SELECT * FROM z_source $function$;

CREATE FUNCTION "Z wrapper"() RETURNS bigint LANGUAGE plpgsql STABLE SET search_path = public
  AS $function$ BEGIN RETURN (SELECT count(*) FROM z_helper()); END $function$;

CREATE VIEW bridge AS SELECT "Z wrapper"() AS entry_count;

CREATE MATERIALIZED VIEW a_count AS SELECT * FROM bridge;

CREATE FUNCTION "Z fold"(entry text) RETURNS text LANGUAGE sql IMMUTABLE
  AS $function$ SELECT lower(entry) $function$;

CREATE FUNCTION folded(entry text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = public
  AS $function$ SELECT "Z fold"(entry) $function$;

CREATE INDEX entries_folded ON entries (folded(code));
