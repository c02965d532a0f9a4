-- before to after

-- lock: access_exclusive
ALTER TABLE public.prices DROP CONSTRAINT prices_pkey;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.prices ADD CONSTRAINT prices_pkey PRIMARY KEY (product, since);

-- after to before

-- lock: access_exclusive
ALTER TABLE public.prices DROP CONSTRAINT prices_pkey;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.prices ADD CONSTRAINT prices_pkey PRIMARY KEY (product);
