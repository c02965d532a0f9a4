-- before to after

-- lock: share; hazards: blocks_writes
CREATE INDEX events_kind ON ONLY public.events (kind) WITH (fillfactor = '80');

-- lock: share; hazards: blocks_writes
CREATE INDEX events_a_kind_idx ON public.events_a (kind) WITH (fillfactor = '80');

-- lock: share_update_exclusive
ALTER INDEX public.events_kind ATTACH PARTITION public.events_a_kind_idx;

-- lock: share; hazards: blocks_writes
CREATE INDEX events_b_kind_idx ON ONLY public.events_b (kind) WITH (fillfactor = '80');

-- lock: share_update_exclusive
ALTER INDEX public.events_kind ATTACH PARTITION public.events_b_kind_idx;

-- lock: share; hazards: blocks_writes
CREATE INDEX events_b0_kind_idx ON public.events_b0 (kind) WITH (fillfactor = '80');

-- lock: share_update_exclusive
ALTER INDEX public.events_b_kind_idx ATTACH PARTITION public.events_b0_kind_idx;

-- after to before

-- lock: access_exclusive
DROP INDEX public.events_kind;
