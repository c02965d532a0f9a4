-- before to after

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.events ATTACH PARTITION public.events_here FOR VALUES IN ('here');

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.events DETACH PARTITION public.events_here;
