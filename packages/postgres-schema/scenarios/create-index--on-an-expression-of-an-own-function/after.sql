CREATE FUNCTION fold(v text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(v) $$;
CREATE TABLE people (name text);
CREATE INDEX people_folded ON people (fold(name), (fold(name) || '!'));
