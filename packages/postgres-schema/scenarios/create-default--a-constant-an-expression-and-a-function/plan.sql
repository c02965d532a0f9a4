-- before to after

-- lock: none
CREATE OR REPLACE FUNCTION public.new_code()
 RETURNS text
 LANGUAGE sql
AS $function$ SELECT 'c' $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.new_code() FROM PUBLIC;

-- lock: access_exclusive
ALTER TABLE public.notes ALTER COLUMN at SET DEFAULT now();

-- lock: access_exclusive
ALTER TABLE public.notes ALTER COLUMN body SET DEFAULT 'it''s \n'::text;

-- lock: access_exclusive
ALTER TABLE public.notes ALTER COLUMN code SET DEFAULT public.new_code();

-- lock: access_exclusive
ALTER TABLE public.notes ALTER COLUMN id SET DEFAULT (1 + 1);

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.new_code() TO PUBLIC;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.notes ALTER COLUMN at DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE public.notes ALTER COLUMN body DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE public.notes ALTER COLUMN code DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE public.notes ALTER COLUMN id DROP DEFAULT;

-- lock: none
DROP FUNCTION public.new_code();
