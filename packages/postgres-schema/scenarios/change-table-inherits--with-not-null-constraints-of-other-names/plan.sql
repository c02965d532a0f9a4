-- before to after

-- lock: access_exclusive
ALTER TABLE public.staff RENAME CONSTRAINT has_id TO is_known;

-- lock: access_exclusive
ALTER TABLE public.staff RENAME CONSTRAINT has_mail TO staff_mail_not_null;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.staff INHERIT public.people;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.staff NO INHERIT public.people;

-- lock: access_exclusive
ALTER TABLE public.staff RENAME CONSTRAINT is_known TO has_id;

-- lock: access_exclusive
ALTER TABLE public.staff RENAME CONSTRAINT staff_mail_not_null TO has_mail;
