-- before to after

-- lock: share; hazards: blocks_writes, may_fail_on_data
CREATE UNIQUE INDEX people_code ON public.people (code) NULLS NOT DISTINCT;

-- after to before

-- lock: access_exclusive
DROP INDEX public.people_code;
