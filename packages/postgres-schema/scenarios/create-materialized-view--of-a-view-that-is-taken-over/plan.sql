-- before to after

-- lock: access_exclusive; hazards: changes_access
ALTER VIEW public.v OWNER TO postgres;

-- lock: none
CREATE MATERIALIZED VIEW public.m AS
SELECT c0
   FROM public.v;

-- after to before

-- lock: access_exclusive
DROP MATERIALIZED VIEW public.m;

-- lock: access_exclusive; hazards: changes_access
ALTER VIEW public.v OWNER TO scenario_reader;
