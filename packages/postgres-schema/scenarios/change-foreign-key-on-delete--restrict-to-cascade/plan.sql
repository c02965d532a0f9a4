-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.posts DROP CONSTRAINT by_user;

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.posts ADD CONSTRAINT by_user FOREIGN KEY (author) REFERENCES public.users (id) ON DELETE CASCADE;

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.posts DROP CONSTRAINT by_user;

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.posts ADD CONSTRAINT by_user FOREIGN KEY (author) REFERENCES public.users (id) ON DELETE RESTRICT;
