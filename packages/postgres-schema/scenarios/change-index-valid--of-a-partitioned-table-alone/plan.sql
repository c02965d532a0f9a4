-- before to after

-- lock: access_exclusive
DROP INDEX public.events_kind;

-- lock: share; hazards: blocks_writes
CREATE INDEX events_kind ON public.events (kind);

-- after to before

-- lock: access_exclusive
DROP INDEX public.events_kind;

-- lock: share; hazards: blocks_writes
CREATE INDEX events_kind ON ONLY public.events (kind);
