-- before to after

-- lock: access_exclusive
DROP VIEW public.best;

-- lock: access_exclusive
DROP INDEX public.per_day_day;

-- lock: access_exclusive
DROP MATERIALIZED VIEW public.per_day;

-- lock: none
CREATE MATERIALIZED VIEW public.per_day AS
SELECT day,
    sum(amount) AS total,
    count(*) AS n
   FROM public.sales
  GROUP BY day;

-- lock: share; hazards: blocks_writes, may_fail_on_data
CREATE UNIQUE INDEX per_day_day ON public.per_day (day);

-- lock: none
CREATE VIEW public.best AS
SELECT max(total) AS total
   FROM public.per_day;

-- lock: none; hazards: changes_access
ALTER MATERIALIZED VIEW public.per_day OWNER TO scenario_owner;

-- lock: none; hazards: changes_access
GRANT SELECT ON TABLE public.per_day TO scenario_reader;

-- after to before

-- lock: access_exclusive
DROP VIEW public.best;

-- lock: access_exclusive
DROP INDEX public.per_day_day;

-- lock: access_exclusive
DROP MATERIALIZED VIEW public.per_day;

-- lock: none
CREATE MATERIALIZED VIEW public.per_day AS
SELECT day,
    sum(amount) AS total
   FROM public.sales
  GROUP BY day;

-- lock: share; hazards: blocks_writes, may_fail_on_data
CREATE UNIQUE INDEX per_day_day ON public.per_day (day);

-- lock: none
CREATE VIEW public.best AS
SELECT max(total) AS total
   FROM public.per_day;

-- lock: none; hazards: changes_access
ALTER MATERIALIZED VIEW public.per_day OWNER TO scenario_owner;

-- lock: none; hazards: changes_access
GRANT SELECT ON TABLE public.per_day TO scenario_reader;
