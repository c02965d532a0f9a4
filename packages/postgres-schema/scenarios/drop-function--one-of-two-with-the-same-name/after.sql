CREATE FUNCTION show(v date) RETURNS text LANGUAGE sql AS $$ SELECT to_char(v, 'YYYY') $$;
