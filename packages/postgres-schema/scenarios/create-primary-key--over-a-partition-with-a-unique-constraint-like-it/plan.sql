-- before to after

-- lock: access_exclusive
ALTER TABLE public.b DROP CONSTRAINT referred;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.p ADD CONSTRAINT p_pkey PRIMARY KEY (id);

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.b ADD CONSTRAINT referred UNIQUE (id);

-- after to before

-- lock: access_exclusive
ALTER TABLE public.p DROP CONSTRAINT p_pkey;
