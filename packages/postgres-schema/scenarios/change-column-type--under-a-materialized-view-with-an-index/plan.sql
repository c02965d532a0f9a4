-- before to after

-- lock: access_exclusive
DROP INDEX public.totals_total;

-- lock: access_exclusive
DROP MATERIALIZED VIEW public.totals;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.sales ALTER COLUMN amount TYPE bigint USING amount::bigint;

-- lock: none
CREATE MATERIALIZED VIEW public.totals AS
SELECT sum(amount) AS total
   FROM public.sales;

-- lock: share; hazards: blocks_writes, may_fail_on_data
CREATE UNIQUE INDEX totals_total ON public.totals (total);

-- lock: none; hazards: changes_access
GRANT SELECT ON TABLE public.totals TO scenario_reader;

-- after to before

-- lock: access_exclusive
DROP INDEX public.totals_total;

-- lock: access_exclusive
DROP MATERIALIZED VIEW public.totals;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.sales ALTER COLUMN amount TYPE integer USING amount::integer;

-- lock: none
CREATE MATERIALIZED VIEW public.totals AS
SELECT sum(amount) AS total
   FROM public.sales;

-- lock: share; hazards: blocks_writes, may_fail_on_data
CREATE UNIQUE INDEX totals_total ON public.totals (total);

-- lock: none; hazards: changes_access
GRANT SELECT ON TABLE public.totals TO scenario_reader;
