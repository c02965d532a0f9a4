-- before to after

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.child ALTER COLUMN name SET NOT NULL;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.child ALTER COLUMN name DROP NOT NULL;
