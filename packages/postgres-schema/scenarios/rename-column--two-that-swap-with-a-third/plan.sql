-- before to after

-- lock: access_exclusive
ALTER TABLE public.points RENAME COLUMN b TO c;

-- lock: access_exclusive
ALTER TABLE public.points RENAME COLUMN a TO b;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.points RENAME COLUMN b TO a;

-- lock: access_exclusive
ALTER TABLE public.points RENAME COLUMN c TO b;
