-- before to after

-- lock: access_exclusive
ALTER TABLE public.guests NO INHERIT public.people;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.guests DROP COLUMN age;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.people DROP COLUMN age;

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.visits ATTACH PARTITION public.guests FOR VALUES IN ('harbour');

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.visits DETACH PARTITION public.guests;

-- lock: access_exclusive
ALTER TABLE public.guests ADD COLUMN age integer;

-- lock: access_exclusive
ALTER TABLE public.people ADD COLUMN age integer;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.guests INHERIT public.people;
