-- before to after

-- lock: access_exclusive
DROP TRIGGER acts ON public.people;

-- lock: none
DROP FUNCTION public.act();

-- after to before

-- lock: none
CREATE OR REPLACE FUNCTION public.act()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN RETURN NEW; END$function$;

-- lock: none
REVOKE ALL ON FUNCTION public.act() FROM PUBLIC;

-- lock: share_row_exclusive
CREATE TRIGGER acts BEFORE INSERT ON public.people FOR EACH ROW EXECUTE FUNCTION public.act();

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.act() TO PUBLIC;
