CREATE FUNCTION now_here() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET "TimeZone" = 'Europe/Berlin' SET search_path = '' AS $$ SELECT current_setting('TimeZone') $$;
