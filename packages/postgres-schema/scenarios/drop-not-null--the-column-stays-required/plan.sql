-- before to after

-- lock: none
COMMENT ON CONSTRAINT has_mail ON public.people IS NULL;

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT has_id TO people_id_not_null;

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT has_mail TO people_mail_not_null;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.people ALTER CONSTRAINT people_mail_not_null INHERIT;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT people_id_not_null TO has_id;

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT people_mail_not_null TO has_mail;

-- lock: access_exclusive
ALTER TABLE public.people ALTER CONSTRAINT has_mail NO INHERIT;

-- lock: none
COMMENT ON CONSTRAINT has_mail ON public.people IS 'x';
