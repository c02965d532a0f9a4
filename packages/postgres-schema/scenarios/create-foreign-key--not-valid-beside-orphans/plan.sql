-- before to after

-- lock: share_row_exclusive; hazards: locks_other_table
ALTER TABLE public.posts ADD CONSTRAINT by_user FOREIGN KEY (user_id) REFERENCES public.users (id) NOT VALID;

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.posts DROP CONSTRAINT by_user;
