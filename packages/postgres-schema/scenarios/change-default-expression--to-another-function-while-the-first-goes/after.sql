CREATE FUNCTION new_code() RETURNS text LANGUAGE sql AS $$ SELECT 'n' $$;
CREATE TABLE notes (id integer, code text DEFAULT new_code());
