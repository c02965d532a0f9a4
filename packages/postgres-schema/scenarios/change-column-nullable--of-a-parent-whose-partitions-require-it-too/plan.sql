-- before to after

-- lock: access_exclusive
ALTER TABLE public.events ALTER COLUMN note DROP NOT NULL;

-- lock: access_exclusive
ALTER TABLE public.events_2024 ALTER COLUMN note DROP NOT NULL;

-- lock: access_exclusive
ALTER TABLE public.events_2024_1 ALTER COLUMN note DROP NOT NULL;

-- after to before

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.events ALTER COLUMN note SET NOT NULL;
