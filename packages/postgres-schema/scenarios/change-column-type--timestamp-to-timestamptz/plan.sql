-- before to after

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN at TYPE timestamp with time zone USING at::timestamp with time zone;

-- after to before

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN at TYPE timestamp without time zone USING at::timestamp without time zone;
