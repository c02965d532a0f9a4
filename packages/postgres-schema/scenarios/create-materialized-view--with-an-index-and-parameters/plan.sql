-- before to after

-- lock: none
CREATE MATERIALIZED VIEW public.per_day WITH (autovacuum_enabled=off, fillfactor=70) AS
SELECT day,
    sum(amount) AS total
   FROM public.sales
  GROUP BY day;

-- lock: share; hazards: blocks_writes, may_fail_on_data
CREATE UNIQUE INDEX per_day_day ON public.per_day (day);

-- lock: none; hazards: changes_access
GRANT SELECT ON TABLE public.per_day TO scenario_reader;

-- lock: share_update_exclusive
COMMENT ON MATERIALIZED VIEW public.per_day IS 'sums';

-- after to before

-- lock: access_exclusive
DROP INDEX public.per_day_day;

-- lock: access_exclusive
DROP MATERIALIZED VIEW public.per_day;
