-- before to after

-- lock: none
DROP FUNCTION public.add(integer, integer);

-- lock: none
CREATE OR REPLACE FUNCTION public.add(x integer, y integer DEFAULT 1)
 RETURNS integer
 LANGUAGE sql
AS $function$ SELECT x + y $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.add(integer, integer) FROM PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.add(integer, integer) TO PUBLIC;

-- after to before

-- lock: none
DROP FUNCTION public.add(integer, integer);

-- lock: none
CREATE OR REPLACE FUNCTION public.add(a integer, b integer)
 RETURNS integer
 LANGUAGE sql
AS $function$ SELECT a + b $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.add(integer, integer) FROM PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.add(integer, integer) TO PUBLIC;
