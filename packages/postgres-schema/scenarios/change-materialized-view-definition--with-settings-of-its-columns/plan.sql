-- before to after

-- lock: access_exclusive
DROP MATERIALIZED VIEW public.days;

-- lock: none
CREATE MATERIALIZED VIEW public.days AS
SELECT day,
    note
   FROM public.sales
  WHERE (day IS NOT NULL);

-- lock: share_update_exclusive
ALTER MATERIALIZED VIEW public.days ALTER COLUMN day SET STATISTICS 10;

-- after to before

-- lock: access_exclusive
DROP MATERIALIZED VIEW public.days;

-- lock: none
CREATE MATERIALIZED VIEW public.days AS
SELECT day,
    note
   FROM public.sales;

-- lock: share_update_exclusive
ALTER MATERIALIZED VIEW public.days ALTER COLUMN day SET STATISTICS 10;
