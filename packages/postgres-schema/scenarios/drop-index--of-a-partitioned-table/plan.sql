-- before to after

-- lock: access_exclusive
DROP INDEX public.events_id;

-- after to before

-- lock: share; hazards: blocks_writes
CREATE INDEX events_id ON public.events (id);
