-- before to after

-- lock: access_exclusive
ALTER TABLE public.owners RENAME COLUMN name TO title;

-- lock: access_exclusive
ALTER TABLE public.cars RENAME COLUMN owner TO keeper;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.owners RENAME COLUMN title TO name;

-- lock: access_exclusive
ALTER TABLE public.cars RENAME COLUMN keeper TO owner;
