-- before to after

-- lock: access_exclusive
ALTER TABLE public.prices DROP CONSTRAINT positive;

-- lock: access_exclusive
ALTER TABLE public.prices ALTER COLUMN amount TYPE numeric(12,2) USING amount::numeric(12,2);

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.prices ADD CONSTRAINT positive CHECK ((amount > (0)::numeric));

-- after to before

-- lock: access_exclusive
ALTER TABLE public.prices DROP CONSTRAINT positive;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.prices ALTER COLUMN amount TYPE numeric(8,2) USING amount::numeric(8,2);

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.prices ADD CONSTRAINT positive CHECK ((amount > (0)::numeric));
