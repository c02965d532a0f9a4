-- before to after

-- lock: access_exclusive
ALTER TABLE public.events_1 DROP CONSTRAINT events_1_pkey;

-- lock: access_exclusive
ALTER TABLE public.events ALTER COLUMN code DROP NOT NULL;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.events_1 ALTER COLUMN code SET NOT NULL;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.events_1 ADD CONSTRAINT events_1_pkey PRIMARY KEY (code);

-- after to before

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.events ALTER COLUMN code SET NOT NULL;
