-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.events DETACH PARTITION public.events_2024;

-- after to before

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.events ATTACH PARTITION public.events_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
