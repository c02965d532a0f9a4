-- before to after

-- lock: access_exclusive
DROP INDEX public.jobs_open;

-- lock: share; hazards: blocks_writes
CREATE INDEX jobs_open ON public.jobs (id) WHERE (done IS NOT TRUE);

-- after to before

-- lock: access_exclusive
DROP INDEX public.jobs_open;

-- lock: share; hazards: blocks_writes
CREATE INDEX jobs_open ON public.jobs (id) WHERE (NOT done);
