-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.events DETACH PARTITION public.events_2024;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.events_2023;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.events;

-- lock: none
CREATE TABLE public.events (
  id integer,
  at date,
  kind text
) PARTITION BY LIST (kind);

-- lock: none
CREATE TABLE public.events_2023 PARTITION OF public.events FOR VALUES IN ('a');

-- lock: none
ALTER TABLE public.events_2023 ALTER COLUMN kind SET NOT NULL;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.events_2023;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.events;

-- lock: none
CREATE TABLE public.events (
  id integer,
  at date,
  kind text
) PARTITION BY RANGE (at);

-- lock: access_exclusive
CREATE TABLE public.events_2023 PARTITION OF public.events FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.events ATTACH PARTITION public.events_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
