-- before to after

-- lock: access_exclusive
DROP INDEX public.by_name;

-- lock: share; hazards: blocks_writes
CREATE INDEX by_name ON public.places (name);

-- after to before

-- lock: access_exclusive
DROP INDEX public.by_name;

-- lock: share; hazards: blocks_writes
CREATE INDEX by_name ON public.people (name);
