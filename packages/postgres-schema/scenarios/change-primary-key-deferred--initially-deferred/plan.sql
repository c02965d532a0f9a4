-- before to after

-- lock: access_exclusive
ALTER TABLE public.ranks DROP CONSTRAINT ranks_pkey;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.ranks ADD CONSTRAINT ranks_pkey PRIMARY KEY (place) DEFERRABLE INITIALLY DEFERRED;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.ranks DROP CONSTRAINT ranks_pkey;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.ranks ADD CONSTRAINT ranks_pkey PRIMARY KEY (place);
