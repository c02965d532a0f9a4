-- before to after

-- lock: share; hazards: blocks_writes
CREATE INDEX events_kind ON ONLY public.events (kind);

-- lock: share; hazards: blocks_writes
CREATE INDEX kind_of_a ON public.events_a (kind);

-- lock: share_update_exclusive
ALTER INDEX public.events_kind ATTACH PARTITION public.kind_of_a;

-- after to before

-- lock: access_exclusive
DROP INDEX public.events_kind;
