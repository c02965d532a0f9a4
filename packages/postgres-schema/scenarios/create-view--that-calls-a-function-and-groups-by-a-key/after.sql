CREATE FUNCTION shout(v text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT upper(v) $$;
CREATE TABLE people (id integer PRIMARY KEY, name text);
CREATE VIEW loud AS SELECT id, shout(name) AS name FROM people GROUP BY id;
