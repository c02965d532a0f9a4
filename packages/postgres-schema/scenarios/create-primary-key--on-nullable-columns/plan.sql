-- before to after

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.seats ALTER COLUMN hall SET NOT NULL;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.seats ALTER COLUMN number SET NOT NULL;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.seats ADD CONSTRAINT seats_pkey PRIMARY KEY (hall, number);

-- after to before

-- lock: access_exclusive
ALTER TABLE public.seats DROP CONSTRAINT seats_pkey;

-- lock: access_exclusive
ALTER TABLE public.seats ALTER COLUMN hall DROP NOT NULL;

-- lock: access_exclusive
ALTER TABLE public.seats ALTER COLUMN number DROP NOT NULL;
