-- before to after

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data, locks_other_table
CREATE TABLE public.events_2024 PARTITION OF public.events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.events_2024;
