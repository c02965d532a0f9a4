-- before to after

-- lock: none
DROP EVENT TRIGGER note_ddl;

-- lock: none
DROP FUNCTION public.noted();

-- lock: none
CREATE OR REPLACE FUNCTION public.written()
 RETURNS event_trigger
 LANGUAGE plpgsql
AS $function$BEGIN END$function$;

-- lock: none
REVOKE ALL ON FUNCTION public.written() FROM PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.written() TO PUBLIC;

-- lock: none
CREATE EVENT TRIGGER note_ddl ON ddl_command_end EXECUTE FUNCTION public.written();

-- after to before

-- lock: none
DROP EVENT TRIGGER note_ddl;

-- lock: none
DROP FUNCTION public.written();

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
CREATE EVENT TRIGGER note_ddl ON ddl_command_end EXECUTE FUNCTION public.noted();
