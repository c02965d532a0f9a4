-- before to after

-- lock: access_exclusive
ALTER TABLE public.people RENAME COLUMN mail TO email;

-- lock: access_exclusive
ALTER TABLE public.people RENAME COLUMN town TO place;

-- lock: access_exclusive
ALTER TABLE public.staff RENAME CONSTRAINT staff_town_not_null TO has_place;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.people RENAME COLUMN email TO mail;

-- lock: access_exclusive
ALTER TABLE public.people RENAME COLUMN place TO town;

-- lock: access_exclusive
ALTER TABLE public.staff RENAME CONSTRAINT has_place TO staff_town_not_null;
