-- before to after

-- lock: none
DROP FUNCTION public.sum_of(public.pair);

-- lock: none
DROP TYPE public.pair;

-- after to before

-- lock: none
CREATE TYPE public.pair AS (a integer, b integer);

-- lock: none
CREATE OR REPLACE FUNCTION public.sum_of(p public.pair)
 RETURNS integer
 LANGUAGE sql
AS $function$ SELECT (p).a + (p).b $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.sum_of(public.pair) FROM PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.sum_of(public.pair) TO PUBLIC;
