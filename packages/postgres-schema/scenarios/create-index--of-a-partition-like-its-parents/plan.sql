-- before to after

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.events ADD CONSTRAINT events_key UNIQUE (id, kind);

-- lock: share; hazards: blocks_writes
CREATE INDEX z_events_kind ON public.events (kind);

-- lock: share; hazards: blocks_writes
CREATE INDEX a_events_own ON public.a_events (kind);

-- lock: share; hazards: blocks_writes, may_fail_on_data
CREATE UNIQUE INDEX b_events_own ON public.b_events (id, kind);

-- after to before

-- lock: access_exclusive
DROP INDEX public.a_events_own;

-- lock: access_exclusive
DROP INDEX public.b_events_own;

-- lock: access_exclusive
DROP INDEX public.z_events_kind;

-- lock: access_exclusive
ALTER TABLE public.events DROP CONSTRAINT events_key;
