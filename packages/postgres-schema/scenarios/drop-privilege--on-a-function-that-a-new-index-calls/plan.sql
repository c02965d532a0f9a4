-- before to after

-- lock: none
CREATE OR REPLACE FUNCTION public.ok(t text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE STRICT
AS $function$SELECT $1 <> 'a'$function$;

-- lock: share; hazards: blocks_writes
CREATE INDEX c_index ON public.c (id) WHERE public.ok(c0);

-- lock: none; hazards: changes_access
REVOKE EXECUTE ON FUNCTION public.ok(text) FROM PUBLIC;

-- after to before

-- lock: access_exclusive
DROP INDEX public.c_index;

-- lock: none
CREATE OR REPLACE FUNCTION public.ok(t text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT $1 <> 'a'$function$;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.ok(text) TO PUBLIC;
