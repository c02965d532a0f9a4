-- before to after

-- lock: access_exclusive; hazards: changes_access
ALTER MATERIALIZED VIEW public.m OWNER TO postgres;

-- lock: access_exclusive; hazards: rewrites_table
REFRESH MATERIALIZED VIEW public.m;

-- after to before

-- lock: access_exclusive; hazards: rewrites_table
REFRESH MATERIALIZED VIEW public.m WITH NO DATA;

-- lock: access_exclusive; hazards: changes_access
ALTER MATERIALIZED VIEW public.m OWNER TO scenario_reader;
