-- before to after

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.people ADD CONSTRAINT people_team FOREIGN KEY (team) REFERENCES public.teams (id);

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.people DROP CONSTRAINT people_team;
