-- before to after

-- lock: none
CREATE OR REPLACE FUNCTION public.show(v date)
 RETURNS text
 LANGUAGE sql
AS $function$ SELECT to_char(v, 'YYYY') $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.show(date) FROM PUBLIC;

-- lock: none
CREATE OR REPLACE FUNCTION public.show(v integer, width integer)
 RETURNS text
 LANGUAGE sql
AS $function$ SELECT lpad(v::text, width) $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.show(integer, integer) FROM PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.show(date) TO PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.show(integer, integer) TO PUBLIC;

-- after to before

-- lock: none
DROP FUNCTION public.show(date);

-- lock: none
DROP FUNCTION public.show(integer, integer);
