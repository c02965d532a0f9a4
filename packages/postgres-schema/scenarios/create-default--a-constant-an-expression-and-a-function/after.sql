CREATE FUNCTION new_code() RETURNS text LANGUAGE sql AS $$ SELECT 'c' $$;
CREATE TABLE notes (id integer DEFAULT 1 + 1, body text DEFAULT 'it''s \n', at timestamptz DEFAULT now(), code text DEFAULT new_code());
