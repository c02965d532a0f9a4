-- before to after

-- lock: access_exclusive
ALTER TABLE public.people RENAME COLUMN mail TO email;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.people RENAME COLUMN email TO mail;
