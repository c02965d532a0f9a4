-- before to after

-- lock: none
DROP FUNCTION public.unit_of(public.measure);

-- lock: none
DROP TYPE public.measure;

-- lock: none
CREATE TYPE public.measure AS (amount integer, unit text);

-- lock: none
CREATE OR REPLACE FUNCTION public.unit_of(m public.measure)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT (m).unit $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.unit_of(public.measure) FROM PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.unit_of(public.measure) TO PUBLIC;

-- after to before

-- lock: none
DROP FUNCTION public.unit_of(public.measure);

-- lock: none
DROP TYPE public.measure;

-- lock: none
CREATE TYPE public.measure AS (unit text, amount integer);

-- lock: none
CREATE OR REPLACE FUNCTION public.unit_of(m public.measure)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT (m).unit $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.unit_of(public.measure) FROM PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.unit_of(public.measure) TO PUBLIC;
