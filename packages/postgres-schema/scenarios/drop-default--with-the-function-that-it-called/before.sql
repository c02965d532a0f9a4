CREATE FUNCTION new_code() RETURNS text LANGUAGE sql AS $$ SELECT 'c' $$;
CREATE TABLE notes (id integer, code text DEFAULT new_code());
