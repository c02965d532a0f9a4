-- before to after

-- lock: access_exclusive
DROP VIEW public.addresses;

-- lock: access_exclusive
ALTER TABLE public.people RENAME COLUMN mail TO email;

-- lock: access_exclusive
ALTER TABLE public.people DROP CONSTRAINT people_mail_check;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.people ADD CONSTRAINT people_mail_check CHECK ((email <> ''::text));

-- lock: none
CREATE VIEW public.addresses AS
SELECT email AS mail
   FROM public.people;

-- after to before

-- lock: access_exclusive
DROP VIEW public.addresses;

-- lock: access_exclusive
ALTER TABLE public.people RENAME COLUMN email TO mail;

-- lock: access_exclusive
ALTER TABLE public.people DROP CONSTRAINT people_mail_check;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.people ADD CONSTRAINT people_mail_check CHECK ((mail <> ''::text));

-- lock: none
CREATE VIEW public.addresses AS
SELECT mail
   FROM public.people;
