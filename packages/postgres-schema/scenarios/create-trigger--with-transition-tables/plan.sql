-- before to after

-- lock: none
CREATE OR REPLACE FUNCTION public.count_new()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN INSERT INTO log SELECT count(*) FROM fresh; RETURN NULL; END$function$;

-- lock: none
REVOKE ALL ON FUNCTION public.count_new() FROM PUBLIC;

-- lock: share_row_exclusive
CREATE TRIGGER counted AFTER INSERT ON public.people REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.count_new();

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.count_new() TO PUBLIC;

-- after to before

-- lock: access_exclusive
DROP TRIGGER counted ON public.people;

-- lock: none
DROP FUNCTION public.count_new();
