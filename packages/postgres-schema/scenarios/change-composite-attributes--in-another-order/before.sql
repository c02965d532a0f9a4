CREATE TYPE measure AS (unit text, amount integer);
CREATE FUNCTION unit_of(m measure) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT (m).unit $$;
