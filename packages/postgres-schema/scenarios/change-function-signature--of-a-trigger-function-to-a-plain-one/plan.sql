-- before to after

-- lock: access_exclusive
DROP TRIGGER acts ON public.t;

-- lock: none
DROP FUNCTION public.act();

-- lock: none
CREATE OR REPLACE FUNCTION public.act()
 RETURNS integer
 LANGUAGE plpgsql
AS $function$BEGIN RETURN 1; END$function$;

-- lock: none
REVOKE ALL ON FUNCTION public.act() FROM PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.act() TO PUBLIC;

-- after to before

-- lock: none
DROP FUNCTION public.act();

-- lock: none
CREATE OR REPLACE FUNCTION public.act()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN RETURN NEW; END$function$;

-- lock: none
REVOKE ALL ON FUNCTION public.act() FROM PUBLIC;

-- lock: share_row_exclusive
CREATE TRIGGER acts BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.act();

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.act() TO PUBLIC;
