-- before to after

-- lock: access_exclusive
ALTER TABLE public.guests ADD COLUMN age integer DEFAULT 0 NOT NULL;

-- lock: access_exclusive
ALTER TABLE public.people ADD COLUMN age integer DEFAULT 0 NOT NULL;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.guests ADD CONSTRAINT guests_age_check CHECK ((age >= 0));

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.guests INHERIT public.people;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.people ADD CONSTRAINT people_age_check CHECK ((age >= 0));

-- after to before

-- lock: access_exclusive
ALTER TABLE public.guests NO INHERIT public.people;

-- lock: access_exclusive
ALTER TABLE public.guests DROP CONSTRAINT IF EXISTS people_age_check;

-- lock: access_exclusive
ALTER TABLE public.guests DROP CONSTRAINT guests_age_check;

-- lock: access_exclusive
ALTER TABLE public.people DROP CONSTRAINT people_age_check;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.guests DROP COLUMN age;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.people DROP COLUMN age;
