CREATE FUNCTION show(v integer) RETURNS text LANGUAGE sql AS $$ SELECT v::text $$;
