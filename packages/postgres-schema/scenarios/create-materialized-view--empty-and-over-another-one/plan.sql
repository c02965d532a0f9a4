-- before to after

-- lock: none
CREATE MATERIALIZED VIEW public.z_days AS
SELECT DISTINCT day
   FROM public.sales;

-- lock: none
CREATE MATERIALIZED VIEW public.a_count AS
SELECT count(*) AS n
   FROM public.z_days
WITH NO DATA;

-- after to before

-- lock: access_exclusive
DROP MATERIALIZED VIEW public.a_count;

-- lock: access_exclusive
DROP MATERIALIZED VIEW public.z_days;
