-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.posts DROP CONSTRAINT posts_user_id_fkey;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.posts ALTER COLUMN user_id TYPE bigint USING user_id::bigint;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.users ALTER COLUMN id TYPE bigint USING id::bigint;

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.posts ADD CONSTRAINT posts_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id);

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.posts DROP CONSTRAINT posts_user_id_fkey;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.posts ALTER COLUMN user_id TYPE integer USING user_id::integer;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.users ALTER COLUMN id TYPE integer USING id::integer;

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.posts ADD CONSTRAINT posts_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id);
