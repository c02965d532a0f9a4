-- before to after

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT has_first TO has_first__renamed;

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT has_last TO has_first;

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT has_first__renamed TO has_last;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT has_last TO has_last__renamed;

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT has_first TO has_last;

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT has_last__renamed TO has_first;
