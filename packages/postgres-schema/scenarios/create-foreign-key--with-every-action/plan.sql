-- before to after

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.people ADD CONSTRAINT on_a FOREIGN KEY (a) REFERENCES public.teams (id) ON DELETE CASCADE ON UPDATE CASCADE;

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.people ADD CONSTRAINT on_b FOREIGN KEY (b) REFERENCES public.teams (id) ON DELETE SET NULL ON UPDATE SET NULL;

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.people ADD CONSTRAINT on_c FOREIGN KEY (c) REFERENCES public.teams (id) ON DELETE SET DEFAULT ON UPDATE SET DEFAULT;

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.people ADD CONSTRAINT on_d FOREIGN KEY (d) REFERENCES public.teams (id) ON DELETE RESTRICT ON UPDATE RESTRICT;

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.people DROP CONSTRAINT on_a;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.people DROP CONSTRAINT on_b;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.people DROP CONSTRAINT on_c;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.people DROP CONSTRAINT on_d;
