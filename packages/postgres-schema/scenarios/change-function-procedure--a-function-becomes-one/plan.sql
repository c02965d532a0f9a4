-- before to after

-- lock: none
DROP FUNCTION public.tidy();

-- lock: none
CREATE OR REPLACE PROCEDURE public.tidy()
 LANGUAGE plpgsql
AS $procedure$BEGIN END$procedure$;

-- lock: none
REVOKE ALL ON PROCEDURE public.tidy() FROM PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON PROCEDURE public.tidy() TO PUBLIC;

-- after to before

-- lock: none
DROP PROCEDURE public.tidy();

-- lock: none
CREATE OR REPLACE FUNCTION public.tidy()
 RETURNS void
 LANGUAGE plpgsql
AS $function$BEGIN END$function$;

-- lock: none
REVOKE ALL ON FUNCTION public.tidy() FROM PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.tidy() TO PUBLIC;
