CREATE FUNCTION now_here() RETURNS text LANGUAGE sql AS $$ SELECT current_setting('TimeZone') $$;
