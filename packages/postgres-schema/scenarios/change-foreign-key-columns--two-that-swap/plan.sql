-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.letters DROP CONSTRAINT from_whom;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.letters DROP CONSTRAINT to_whom;

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.letters ADD CONSTRAINT from_whom FOREIGN KEY (recipient) REFERENCES public.people (id);

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.letters ADD CONSTRAINT to_whom FOREIGN KEY (sender) REFERENCES public.people (id);

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.letters DROP CONSTRAINT from_whom;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.letters DROP CONSTRAINT to_whom;

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.letters ADD CONSTRAINT from_whom FOREIGN KEY (sender) REFERENCES public.people (id);

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.letters ADD CONSTRAINT to_whom FOREIGN KEY (recipient) REFERENCES public.people (id);
