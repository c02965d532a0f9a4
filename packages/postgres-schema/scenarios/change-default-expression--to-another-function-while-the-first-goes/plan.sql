-- before to after

-- lock: access_exclusive
ALTER TABLE public.notes ALTER COLUMN code DROP DEFAULT;

-- lock: none
DROP FUNCTION public.old_code();

-- lock: none
CREATE OR REPLACE FUNCTION public.new_code()
 RETURNS text
 LANGUAGE sql
AS $function$ SELECT 'n' $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.new_code() FROM PUBLIC;

-- lock: access_exclusive
ALTER TABLE public.notes ALTER COLUMN code SET DEFAULT public.new_code();

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.new_code() TO PUBLIC;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.notes ALTER COLUMN code DROP DEFAULT;

-- lock: none
DROP FUNCTION public.new_code();

-- lock: none
CREATE OR REPLACE FUNCTION public.old_code()
 RETURNS text
 LANGUAGE sql
AS $function$ SELECT 'o' $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.old_code() FROM PUBLIC;

-- lock: access_exclusive
ALTER TABLE public.notes ALTER COLUMN code SET DEFAULT public.old_code();

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.old_code() TO PUBLIC;
