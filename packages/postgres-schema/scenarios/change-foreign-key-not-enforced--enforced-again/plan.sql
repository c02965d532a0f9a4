-- before to after

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.people ALTER CONSTRAINT in_team ENFORCED;

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.people ALTER CONSTRAINT in_team NOT ENFORCED;
