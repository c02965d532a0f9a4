-- before to after

-- lock: share; hazards: blocks_writes
CREATE INDEX events_new_id ON public.events_new (id);

-- after to before

-- lock: access_exclusive
DROP INDEX public.events_new_id;
