-- before to after

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.events ADD CONSTRAINT events_pkey PRIMARY KEY (id, at);

-- after to before

-- lock: access_exclusive
ALTER TABLE public.events DROP CONSTRAINT events_pkey;
