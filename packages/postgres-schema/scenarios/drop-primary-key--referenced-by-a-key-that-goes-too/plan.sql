-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.posts DROP CONSTRAINT posts_user_id_fkey;

-- lock: access_exclusive
ALTER TABLE public.users DROP CONSTRAINT users_pkey;

-- after to before

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.users ADD CONSTRAINT users_pkey PRIMARY KEY (id);

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.posts ADD CONSTRAINT posts_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id);
