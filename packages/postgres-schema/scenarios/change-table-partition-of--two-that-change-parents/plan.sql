-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.north DETACH PARTITION public.first;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.south DETACH PARTITION public.second;

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.south ATTACH PARTITION public.first FOR VALUES IN ('harbour');

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.north ATTACH PARTITION public.second FOR VALUES IN ('harbour');

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.south DETACH PARTITION public.first;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.north DETACH PARTITION public.second;

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.north ATTACH PARTITION public.first FOR VALUES IN ('harbour');

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.south ATTACH PARTITION public.second FOR VALUES IN ('harbour');
