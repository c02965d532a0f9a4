-- before to after

-- lock: share; hazards: blocks_writes, may_fail_on_data
CREATE UNIQUE INDEX people_email ON public.people ((lower(email))) WHERE (deleted IS NULL);

-- after to before

-- lock: access_exclusive
DROP INDEX public.people_email;
