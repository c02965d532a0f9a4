CREATE FUNCTION clean(v text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(v) $$;
CREATE TABLE people (name text DEFAULT clean('X'), CONSTRAINT is_clean CHECK (name = clean(name)), tidy text GENERATED ALWAYS AS (clean(name)) STORED);
CREATE INDEX people_clean ON people (clean(name));
CREATE VIEW cleaned AS SELECT clean(name) AS name FROM people;
CREATE POLICY clean_only ON people USING (clean(name) = name);
