-- before to after

-- lock: access_exclusive
ALTER TABLE public.users RENAME TO people;

-- lock: access_exclusive
ALTER TABLE public.people RENAME COLUMN mail TO email;

-- lock: access_exclusive
ALTER TABLE public.people RENAME COLUMN age TO years;

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT users_age_not_null TO has_age;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.people RENAME TO users;

-- lock: access_exclusive
ALTER TABLE public.users RENAME COLUMN email TO mail;

-- lock: access_exclusive
ALTER TABLE public.users RENAME COLUMN years TO age;

-- lock: access_exclusive
ALTER TABLE public.users RENAME CONSTRAINT has_age TO users_age_not_null;
