-- before to after

-- lock: share; hazards: blocks_writes
CREATE INDEX events_newest ON public.events (at DESC NULLS LAST, kind NULLS FIRST, id DESC);

-- after to before

-- lock: access_exclusive
DROP INDEX public.events_newest;
