-- before to after

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.users ADD CONSTRAINT one_code UNIQUE (code);

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.posts ADD CONSTRAINT by_code FOREIGN KEY (user_code) REFERENCES public.users (code);

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.posts DROP CONSTRAINT by_code;

-- lock: access_exclusive
ALTER TABLE public.users DROP CONSTRAINT one_code;
