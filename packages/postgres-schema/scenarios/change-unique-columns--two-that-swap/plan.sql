-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.letters DROP CONSTRAINT to_mail;

-- lock: access_exclusive
ALTER TABLE public.people DROP CONSTRAINT one_login;

-- lock: access_exclusive
ALTER TABLE public.people DROP CONSTRAINT one_mail;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.people ADD CONSTRAINT one_login UNIQUE (mail);

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.people ADD CONSTRAINT one_mail UNIQUE (login);

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.letters ADD CONSTRAINT to_mail FOREIGN KEY (recipient) REFERENCES public.people (mail);

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.letters DROP CONSTRAINT to_mail;

-- lock: access_exclusive
ALTER TABLE public.people DROP CONSTRAINT one_login;

-- lock: access_exclusive
ALTER TABLE public.people DROP CONSTRAINT one_mail;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.people ADD CONSTRAINT one_login UNIQUE (login);

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.people ADD CONSTRAINT one_mail UNIQUE (mail);

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.letters ADD CONSTRAINT to_mail FOREIGN KEY (recipient) REFERENCES public.people (mail);
