-- before to after

-- lock: access_exclusive
DROP INDEX public.people_code;

-- lock: share; hazards: blocks_writes
CREATE INDEX people_code ON public.people USING hash (code);

-- after to before

-- lock: access_exclusive
DROP INDEX public.people_code;

-- lock: share; hazards: blocks_writes
CREATE INDEX people_code ON public.people (code);
