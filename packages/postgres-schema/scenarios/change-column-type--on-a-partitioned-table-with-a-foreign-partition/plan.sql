-- before to after

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.readings ALTER COLUMN value TYPE bigint;

-- after to before

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.readings ALTER COLUMN value TYPE integer;
