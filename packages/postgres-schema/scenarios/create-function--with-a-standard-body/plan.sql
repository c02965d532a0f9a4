-- before to after

-- lock: none
CREATE TABLE public.z_things (
  id integer
);

-- lock: none
CREATE OR REPLACE FUNCTION public.a_count()
 RETURNS bigint
 LANGUAGE sql
BEGIN ATOMIC
 SELECT count(*) AS count
    FROM public.z_things;
END;

-- lock: none
REVOKE ALL ON FUNCTION public.a_count() FROM PUBLIC;

-- lock: none
CREATE OR REPLACE FUNCTION public.a_twice()
 RETURNS bigint
 LANGUAGE sql
RETURN (public.a_count() * 2);

-- lock: none
REVOKE ALL ON FUNCTION public.a_twice() FROM PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.a_count() TO PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.a_twice() TO PUBLIC;

-- after to before

-- lock: none
DROP FUNCTION public.a_twice();

-- lock: none
DROP FUNCTION public.a_count();

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.z_things;
