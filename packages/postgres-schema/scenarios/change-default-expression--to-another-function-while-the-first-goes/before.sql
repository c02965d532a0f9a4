CREATE FUNCTION old_code() RETURNS text LANGUAGE sql AS $$ SELECT 'o' $$;
CREATE TABLE notes (id integer, code text DEFAULT old_code());
