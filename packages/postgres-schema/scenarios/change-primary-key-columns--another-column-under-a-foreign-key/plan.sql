-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.posts DROP CONSTRAINT posts_user;

-- lock: access_exclusive
ALTER TABLE public.users DROP CONSTRAINT users_code_key;

-- lock: access_exclusive
ALTER TABLE public.users DROP CONSTRAINT users_key;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.users ADD CONSTRAINT users_key PRIMARY KEY (code);

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.posts ADD CONSTRAINT posts_user FOREIGN KEY (user_code) REFERENCES public.users (code);

-- lock: none
COMMENT ON CONSTRAINT users_key ON public.users IS 'the key';

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.posts DROP CONSTRAINT posts_user;

-- lock: access_exclusive
ALTER TABLE public.users DROP CONSTRAINT users_key;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.users ADD CONSTRAINT users_key PRIMARY KEY (id);

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.users ADD CONSTRAINT users_code_key UNIQUE (code);

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.posts ADD CONSTRAINT posts_user FOREIGN KEY (user_code) REFERENCES public.users (code);

-- lock: none
COMMENT ON CONSTRAINT users_key ON public.users IS 'the key';
