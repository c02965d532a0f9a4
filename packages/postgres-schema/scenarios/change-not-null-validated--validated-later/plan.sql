-- before to after

-- lock: share_update_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.people VALIDATE CONSTRAINT has_mail;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.people ALTER COLUMN mail DROP NOT NULL;

-- lock: access_exclusive
ALTER TABLE public.people ADD CONSTRAINT has_mail NOT NULL mail NOT VALID;

-- lock: none
COMMENT ON CONSTRAINT has_mail ON public.people IS 'x';
