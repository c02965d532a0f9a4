-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.c DROP CONSTRAINT c_id_fkey;

-- lock: access_exclusive
ALTER TABLE public.t DROP CONSTRAINT t_pkey;

-- lock: access_exclusive
ALTER TABLE public.t ALTER COLUMN id DROP NOT NULL;

-- after to before

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.t ALTER COLUMN id SET NOT NULL;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id);

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.c ADD CONSTRAINT c_id_fkey FOREIGN KEY (id) REFERENCES public.b (id);
