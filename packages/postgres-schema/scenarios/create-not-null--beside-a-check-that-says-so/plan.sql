-- before to after

-- lock: access_exclusive
ALTER TABLE public.people ADD CONSTRAINT has_mail NOT NULL mail;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.people ALTER COLUMN mail DROP NOT NULL;
