-- before to after

-- lock: access_exclusive; hazards: rewrites_table
REFRESH MATERIALIZED VIEW public.days;

-- after to before

-- lock: access_exclusive; hazards: rewrites_table
REFRESH MATERIALIZED VIEW public.days WITH NO DATA;
