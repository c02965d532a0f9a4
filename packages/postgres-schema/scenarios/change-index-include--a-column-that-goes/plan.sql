-- before to after

-- lock: access_exclusive
DROP INDEX public.people_code;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.people DROP COLUMN name;

-- lock: share; hazards: blocks_writes
CREATE INDEX people_code ON public.people (code);

-- after to before

-- lock: access_exclusive
DROP INDEX public.people_code;

-- lock: access_exclusive
ALTER TABLE public.people ADD COLUMN name text;

-- lock: share; hazards: blocks_writes
CREATE INDEX people_code ON public.people (code) INCLUDE (name);
