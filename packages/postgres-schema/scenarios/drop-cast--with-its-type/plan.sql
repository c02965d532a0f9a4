-- before to after

-- lock: none
DROP CAST (public.mood AS integer);

-- lock: none
DROP FUNCTION public.level(public.mood);

-- lock: none
DROP TYPE public.mood;

-- after to before

-- lock: none
CREATE TYPE public.mood AS ENUM ('sad', 'glad');

-- lock: none
CREATE OR REPLACE FUNCTION public.level(public.mood)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT 1$function$;

-- lock: none
REVOKE ALL ON FUNCTION public.level(public.mood) FROM PUBLIC;

-- lock: none
CREATE CAST (public.mood AS integer) WITH FUNCTION public.level(public.mood);

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.level(public.mood) TO PUBLIC;
