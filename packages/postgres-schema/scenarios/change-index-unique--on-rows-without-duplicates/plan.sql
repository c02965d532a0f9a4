-- before to after

-- lock: access_exclusive
DROP INDEX public.people_code;

-- lock: share; hazards: blocks_writes, may_fail_on_data
CREATE UNIQUE INDEX people_code ON public.people (code);

-- lock: none
COMMENT ON INDEX public.people_code IS 'look up';

-- after to before

-- lock: access_exclusive
DROP INDEX public.people_code;

-- lock: share; hazards: blocks_writes
CREATE INDEX people_code ON public.people (code);

-- lock: none
COMMENT ON INDEX public.people_code IS 'look up';
