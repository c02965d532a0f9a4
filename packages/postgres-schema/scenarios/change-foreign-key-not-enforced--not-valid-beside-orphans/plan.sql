-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.people DROP CONSTRAINT in_team;

-- lock: share_row_exclusive; hazards: locks_other_table
ALTER TABLE public.people ADD CONSTRAINT in_team FOREIGN KEY (team) REFERENCES public.teams (id) NOT VALID;

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.people ALTER CONSTRAINT in_team NOT ENFORCED;
