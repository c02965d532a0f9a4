-- before to after

-- lock: none
DROP EVENT TRIGGER note_drop;

-- lock: none
DROP FUNCTION public.noted();

-- after to before

-- lock: none
CREATE OR REPLACE FUNCTION public.noted()
 RETURNS event_trigger
 LANGUAGE plpgsql
AS $function$BEGIN END$function$;

-- lock: none
REVOKE ALL ON FUNCTION public.noted() FROM PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.noted() TO PUBLIC;

-- lock: none
CREATE EVENT TRIGGER note_drop ON sql_drop EXECUTE FUNCTION public.noted();
