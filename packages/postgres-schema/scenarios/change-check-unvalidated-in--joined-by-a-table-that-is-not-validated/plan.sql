-- before to after

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.bills_1 ADD CONSTRAINT positive CHECK ((net > 0)) NOT VALID;

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.bills ATTACH PARTITION public.bills_1 FOR VALUES IN (1);

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.bills DETACH PARTITION public.bills_1;

-- lock: access_exclusive
ALTER TABLE public.bills_1 DROP CONSTRAINT IF EXISTS positive;
