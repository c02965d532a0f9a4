CREATE TYPE measure AS (amount integer, unit text);
CREATE FUNCTION unit_of(m measure) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT (m).unit $$;
