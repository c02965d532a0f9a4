-- before to after

-- lock: access_exclusive
ALTER TABLE public.sizes DROP CONSTRAINT is_high;

-- lock: access_exclusive
ALTER TABLE public.sizes DROP CONSTRAINT is_wide;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.sizes ADD CONSTRAINT is_high CHECK ((width > 0));

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.sizes ADD CONSTRAINT is_wide CHECK ((height > 0));

-- after to before

-- lock: access_exclusive
ALTER TABLE public.sizes DROP CONSTRAINT is_high;

-- lock: access_exclusive
ALTER TABLE public.sizes DROP CONSTRAINT is_wide;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.sizes ADD CONSTRAINT is_high CHECK ((height > 0));

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.sizes ADD CONSTRAINT is_wide CHECK ((width > 0));
