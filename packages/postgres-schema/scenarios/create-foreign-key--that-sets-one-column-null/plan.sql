-- before to after

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.posts ADD CONSTRAINT written_by FOREIGN KEY (realm, author) REFERENCES public.users (realm, id) ON DELETE SET NULL (author);

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.posts DROP CONSTRAINT written_by;
