-- before to after

-- lock: share; hazards: blocks_writes, may_fail_on_data
CREATE UNIQUE INDEX one_code ON public.users (code);

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.posts ADD CONSTRAINT by_code FOREIGN KEY (user_code) REFERENCES public.users (code);

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.posts DROP CONSTRAINT by_code;

-- lock: access_exclusive
DROP INDEX public.one_code;
