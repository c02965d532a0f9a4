-- before to after

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.p ALTER COLUMN c0 SET NOT NULL;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.p ALTER COLUMN c0 TYPE integer USING c0::integer;

-- after to before

-- lock: access_exclusive
ALTER TABLE ONLY public.p ALTER COLUMN c0 DROP NOT NULL;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.p ALTER COLUMN c0 TYPE numeric USING c0::numeric;
