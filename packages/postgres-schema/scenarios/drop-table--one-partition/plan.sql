-- before to after

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.events_2024;

-- after to before

-- lock: access_exclusive
CREATE TABLE public.events_2024 PARTITION OF public.events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
