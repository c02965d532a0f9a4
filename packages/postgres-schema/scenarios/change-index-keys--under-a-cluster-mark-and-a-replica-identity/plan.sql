-- before to after

-- lock: share_update_exclusive
ALTER TABLE public.people SET WITHOUT CLUSTER;

-- lock: access_exclusive
ALTER TABLE public.people REPLICA IDENTITY DEFAULT;

-- lock: access_exclusive
DROP INDEX public.people_a;

-- lock: share; hazards: blocks_writes, may_fail_on_data
CREATE UNIQUE INDEX people_a ON public.people (a, b);

-- lock: share_update_exclusive
ALTER TABLE public.people CLUSTER ON people_a;

-- lock: access_exclusive
ALTER TABLE public.people REPLICA IDENTITY USING INDEX people_a;

-- after to before

-- lock: share_update_exclusive
ALTER TABLE public.people SET WITHOUT CLUSTER;

-- lock: access_exclusive
ALTER TABLE public.people REPLICA IDENTITY DEFAULT;

-- lock: access_exclusive
DROP INDEX public.people_a;

-- lock: share; hazards: blocks_writes, may_fail_on_data
CREATE UNIQUE INDEX people_a ON public.people (a);

-- lock: share_update_exclusive
ALTER TABLE public.people CLUSTER ON people_a;

-- lock: access_exclusive
ALTER TABLE public.people REPLICA IDENTITY USING INDEX people_a;
