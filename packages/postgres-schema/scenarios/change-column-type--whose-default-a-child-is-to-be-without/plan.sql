-- before to after

-- lock: access_exclusive
ALTER TABLE ONLY public.a ALTER COLUMN c2 DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE ONLY public.p ALTER COLUMN c2 DROP DEFAULT;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.p ALTER COLUMN c2 TYPE date USING c2::date;

-- lock: access_exclusive
ALTER TABLE ONLY public.p ALTER COLUMN c2 SET DEFAULT '2020-01-01'::date;

-- lock: access_exclusive
ALTER TABLE ONLY public.a ALTER COLUMN c2 DROP DEFAULT;

-- after to before

-- lock: access_exclusive
ALTER TABLE ONLY public.a ALTER COLUMN c2 DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE public.p ALTER COLUMN c2 DROP DEFAULT;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.p ALTER COLUMN c2 TYPE text USING c2::text;

-- lock: access_exclusive
ALTER TABLE public.p ALTER COLUMN c2 SET DEFAULT 'x'::text;
