-- before to after

-- lock: none
DROP FUNCTION public.show(integer);

-- after to before

-- lock: none
CREATE OR REPLACE FUNCTION public.show(v integer)
 RETURNS text
 LANGUAGE sql
AS $function$ SELECT v::text $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.show(integer) FROM PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.show(integer) TO PUBLIC;
