-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.visits DROP CONSTRAINT visits_user_code_fkey;

-- lock: access_exclusive
ALTER TABLE public.users DROP CONSTRAINT users_code_key;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.users DROP COLUMN code;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.users ADD COLUMN code text;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.users ADD CONSTRAINT users_code_key UNIQUE (code);

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.visits ADD CONSTRAINT visits_user_code_fkey FOREIGN KEY (user_code) REFERENCES public.users (code);
