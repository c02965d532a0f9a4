-- before to after

-- lock: none
CREATE VIEW public.v AS
SELECT c0
   FROM public.b;

-- lock: none
CREATE MATERIALIZED VIEW public.m AS
SELECT c0
   FROM public.v;

-- lock: none; hazards: changes_access
ALTER VIEW public.v OWNER TO scenario_reader;

-- after to before

-- lock: access_exclusive
DROP MATERIALIZED VIEW public.m;

-- lock: access_exclusive
DROP VIEW public.v;
