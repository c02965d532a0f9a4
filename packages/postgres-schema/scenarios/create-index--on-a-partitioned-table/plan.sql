-- before to after

-- lock: share; hazards: blocks_writes
CREATE INDEX events_id ON public.events (id);

-- after to before

-- lock: access_exclusive
DROP INDEX public.events_id;
