-- before to after

-- lock: access_exclusive
ALTER TABLE public.notes ALTER COLUMN code DROP DEFAULT;

-- lock: none
DROP FUNCTION public.new_code();

-- after to before

-- lock: none
CREATE OR REPLACE FUNCTION public.new_code()
 RETURNS text
 LANGUAGE sql
AS $function$ SELECT 'c' $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.new_code() FROM PUBLIC;

-- lock: access_exclusive
ALTER TABLE public.notes ALTER COLUMN code SET DEFAULT public.new_code();

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.new_code() TO PUBLIC;
