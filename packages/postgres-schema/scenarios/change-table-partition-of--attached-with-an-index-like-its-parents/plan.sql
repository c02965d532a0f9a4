-- before to after

-- lock: access_exclusive
DROP INDEX public.own;

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data, blocks_writes
ALTER TABLE public.events ATTACH PARTITION public.events_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

-- lock: share; hazards: blocks_writes
CREATE INDEX own ON public.events_2024 (at, id);

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.events DETACH PARTITION public.events_2024;

-- lock: access_exclusive
DROP INDEX IF EXISTS public.events_2024_at_id_idx;
