-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.c DROP CONSTRAINT c_id_fkey;

-- lock: access_exclusive
ALTER TABLE public.p DROP CONSTRAINT p_key;

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.c ADD CONSTRAINT c_id_fkey FOREIGN KEY (id) REFERENCES public.b (id);

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.c DROP CONSTRAINT c_id_fkey;

-- lock: access_exclusive
ALTER TABLE public.b DROP CONSTRAINT referred;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.p ADD CONSTRAINT p_key UNIQUE (id);

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.b ADD CONSTRAINT referred UNIQUE (id);

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.c ADD CONSTRAINT c_id_fkey FOREIGN KEY (id) REFERENCES public.b (id);
