-- before to after

-- lock: access_exclusive; hazards: changes_access
DROP POLICY chosen ON public.notes;

-- lock: none
DROP FUNCTION public.allowed();

-- after to before

-- lock: none
CREATE OR REPLACE FUNCTION public.allowed()
 RETURNS boolean
 LANGUAGE sql
AS $function$SELECT true$function$;

-- lock: none
REVOKE ALL ON FUNCTION public.allowed() FROM PUBLIC;

-- lock: access_exclusive; hazards: changes_access
CREATE POLICY chosen ON public.notes FOR ALL TO PUBLIC USING (public.allowed());

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.allowed() TO PUBLIC;
