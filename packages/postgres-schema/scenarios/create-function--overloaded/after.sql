CREATE FUNCTION show(v integer) RETURNS text LANGUAGE sql AS $$ SELECT v::text $$;
CREATE FUNCTION show(v date) RETURNS text LANGUAGE sql AS $$ SELECT to_char(v, 'YYYY') $$;
CREATE FUNCTION show(v integer, width integer) RETURNS text LANGUAGE sql AS $$ SELECT lpad(v::text, width) $$;
