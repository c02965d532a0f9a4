-- before to after

-- lock: access_exclusive
ALTER TABLE public.people DROP CONSTRAINT one_code;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.people ADD CONSTRAINT one_code UNIQUE (code) INCLUDE (name);

-- after to before

-- lock: access_exclusive
ALTER TABLE public.people DROP CONSTRAINT one_code;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.people ADD CONSTRAINT one_code UNIQUE (code);
