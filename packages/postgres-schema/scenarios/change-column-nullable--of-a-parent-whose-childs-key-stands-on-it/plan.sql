-- before to after

-- lock: access_exclusive
ALTER TABLE ONLY public.p ALTER COLUMN c2 DROP NOT NULL;

-- lock: access_exclusive
ALTER TABLE ONLY public.b ALTER COLUMN c2 DROP NOT NULL;

-- after to before

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.p ALTER COLUMN c2 SET NOT NULL;
