-- before to after

-- lock: none
CREATE OR REPLACE FUNCTION public.put()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN INSERT INTO people VALUES (NEW.id, lower(NEW.name)); RETURN NEW; END$function$;

-- lock: none
REVOKE ALL ON FUNCTION public.put() FROM PUBLIC;

-- lock: share_row_exclusive
CREATE TRIGGER put INSTEAD OF INSERT ON public.shown FOR EACH ROW EXECUTE FUNCTION public.put();

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.put() TO PUBLIC;

-- after to before

-- lock: access_exclusive
DROP TRIGGER put ON public.shown;

-- lock: none
DROP FUNCTION public.put();
