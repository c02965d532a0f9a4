-- before to after

-- lock: none
CREATE OR REPLACE FUNCTION public.is_even(n integer)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN n = 0 OR is_odd(n - 1); END $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.is_even(integer) FROM PUBLIC;

-- lock: none
CREATE OR REPLACE FUNCTION public.is_odd(n integer)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN n <> 0 AND is_even(n - 1); END $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.is_odd(integer) FROM PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.is_even(integer) TO PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.is_odd(integer) TO PUBLIC;

-- after to before

-- lock: none
DROP FUNCTION public.is_even(integer);

-- lock: none
DROP FUNCTION public.is_odd(integer);
