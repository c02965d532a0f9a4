-- before to after

-- lock: access_exclusive
ALTER TABLE public.spans RENAME COLUMN zone TO area;

-- lock: access_exclusive
ALTER TABLE public.spans RENAME COLUMN year TO "Year";

-- lock: access_exclusive
ALTER TABLE public.spans RENAME COLUMN "C" TO upper;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.spans RENAME COLUMN area TO zone;

-- lock: access_exclusive
ALTER TABLE public.spans RENAME COLUMN "Year" TO year;

-- lock: access_exclusive
ALTER TABLE public.spans RENAME COLUMN upper TO "C";
