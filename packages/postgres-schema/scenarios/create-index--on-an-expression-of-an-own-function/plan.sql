-- before to after

-- lock: none
CREATE OR REPLACE FUNCTION public.fold(v text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT lower(v) $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.fold(text) FROM PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.fold(text) TO PUBLIC;

-- lock: share; hazards: blocks_writes
CREATE INDEX people_folded ON public.people ((public.fold(name)), (((public.fold(name) || '!'::text))));

-- after to before

-- lock: access_exclusive
DROP INDEX public.people_folded;

-- lock: none
DROP FUNCTION public.fold(text);
