-- before to after

-- lock: none
CREATE OR REPLACE FUNCTION public.bump(INOUT v integer)
 RETURNS integer
 LANGUAGE sql
AS $function$ SELECT v + 1 $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.bump(integer) FROM PUBLIC;

-- lock: none
CREATE OR REPLACE FUNCTION public.numbers(n integer)
 RETURNS TABLE(i integer, square integer)
 LANGUAGE sql
 ROWS 10
AS $function$ SELECT i, i * i FROM generate_series(1, n) i $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.numbers(integer) FROM PUBLIC;

-- lock: none
CREATE OR REPLACE FUNCTION public.split_name(full_name text, OUT first text, OUT last text)
 RETURNS record
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT split_part(full_name, ' ', 1), split_part(full_name, ' ', 2) $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.split_name(text) FROM PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.bump(integer) TO PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.numbers(integer) TO PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.split_name(text) TO PUBLIC;

-- after to before

-- lock: none
DROP FUNCTION public.bump(integer);

-- lock: none
DROP FUNCTION public.numbers(integer);

-- lock: none
DROP FUNCTION public.split_name(text);
