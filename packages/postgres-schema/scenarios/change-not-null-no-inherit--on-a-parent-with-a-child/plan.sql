-- before to after

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.people ALTER CONSTRAINT has_mail INHERIT;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.people ALTER CONSTRAINT has_mail NO INHERIT;

-- lock: access_exclusive
ALTER TABLE public.staff ALTER COLUMN mail DROP NOT NULL;
