-- before to after

-- lock: none
CREATE OR REPLACE FUNCTION public.is_iban(v text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT length(v) > 4 $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.is_iban(text) FROM PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.is_iban(text) TO PUBLIC;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.accounts ADD CONSTRAINT real_iban CHECK (public.is_iban(iban));

-- after to before

-- lock: access_exclusive
ALTER TABLE public.accounts DROP CONSTRAINT real_iban;

-- lock: none
DROP FUNCTION public.is_iban(text);
