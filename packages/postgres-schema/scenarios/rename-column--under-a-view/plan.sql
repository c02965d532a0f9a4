-- before to after

-- lock: access_exclusive
ALTER TABLE public.people RENAME COLUMN mail TO email;

-- lock: access_exclusive
DROP VIEW public.addresses;

-- lock: none
CREATE VIEW public.addresses AS
SELECT email AS mail
   FROM public.people;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.people RENAME COLUMN email TO mail;

-- lock: access_exclusive
DROP VIEW public.addresses;

-- lock: none
CREATE VIEW public.addresses AS
SELECT mail
   FROM public.people;
