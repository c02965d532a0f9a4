-- before to after

-- lock: access_exclusive
ALTER TABLE public.users DROP CONSTRAINT users_pkey;

-- lock: access_exclusive
ALTER TABLE public.users ADD COLUMN name text;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.users ADD CONSTRAINT users_pkey PRIMARY KEY (id) INCLUDE (name);

-- after to before

-- lock: access_exclusive
ALTER TABLE public.users DROP CONSTRAINT users_pkey;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.users DROP COLUMN name;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.users ADD CONSTRAINT users_pkey PRIMARY KEY (id);
