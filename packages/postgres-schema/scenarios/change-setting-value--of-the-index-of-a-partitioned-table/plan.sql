-- before to after

-- lock: access_exclusive
DROP INDEX public.events_day;

-- lock: access_exclusive
DROP INDEX public.events_id;

-- lock: share; hazards: blocks_writes
CREATE INDEX events_day ON public.events (day) WITH (fillfactor = '70');

-- lock: share; hazards: blocks_writes
CREATE INDEX events_id ON public.events (id) WITH (fillfactor = '60');

-- after to before

-- lock: access_exclusive
DROP INDEX public.events_day;

-- lock: access_exclusive
DROP INDEX public.events_id;

-- lock: share; hazards: blocks_writes
CREATE INDEX events_day ON public.events (day);

-- lock: share; hazards: blocks_writes
CREATE INDEX events_id ON public.events (id) WITH (fillfactor = '50');
