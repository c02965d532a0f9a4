-- before to after

-- lock: row_exclusive; hazards: scans_table
UPDATE public.people SET name = 'nobody' WHERE name IS NULL;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.people ALTER COLUMN name SET NOT NULL;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.people ALTER COLUMN name DROP NOT NULL;
