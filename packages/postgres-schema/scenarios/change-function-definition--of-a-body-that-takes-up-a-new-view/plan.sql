-- before to after

-- lock: access_exclusive
ALTER TABLE public.b ALTER COLUMN c0 DROP NOT NULL;

-- lock: none
CREATE VIEW public.v AS
SELECT c0,
    c1
   FROM public.b;

-- lock: none
CREATE OR REPLACE FUNCTION public.counted()
 RETURNS bigint
 LANGUAGE sql
BEGIN ATOMIC
 SELECT count(v.c1) AS count
    FROM public.v;
END;

-- after to before

-- lock: none
DROP FUNCTION public.counted();

-- lock: access_exclusive
DROP VIEW public.v;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.b ALTER COLUMN c0 SET NOT NULL;

-- lock: none
CREATE OR REPLACE FUNCTION public.counted()
 RETURNS bigint
 LANGUAGE sql
BEGIN ATOMIC
 SELECT count(b.c0) AS count
    FROM public.b;
END;

-- lock: none
REVOKE ALL ON FUNCTION public.counted() FROM PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.counted() TO PUBLIC;
