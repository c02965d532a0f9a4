-- before to after

-- lock: none
CREATE OR REPLACE FUNCTION public.a_count()
 RETURNS bigint
 LANGUAGE sql
AS $function$ SELECT count(*) FROM z_things $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.a_count() FROM PUBLIC;

-- lock: none
CREATE TABLE public.z_things (
  id integer
);

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.a_count() TO PUBLIC;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.z_things;

-- lock: none
DROP FUNCTION public.a_count();
