-- before to after

-- lock: access_exclusive
DROP VIEW public.how_many;

-- lock: access_exclusive
DROP MATERIALIZED VIEW public.days;

-- lock: none
CREATE VIEW public.how_many AS
SELECT count(DISTINCT day) AS n
   FROM public.sales;

-- after to before

-- lock: access_exclusive
DROP VIEW public.how_many;

-- lock: none
CREATE MATERIALIZED VIEW public.days AS
SELECT DISTINCT day
   FROM public.sales;

-- lock: none
CREATE VIEW public.how_many AS
SELECT count(*) AS n
   FROM public.days;
