-- before to after

-- lock: access_exclusive
ALTER TABLE public.houses RENAME TO changing_names_1;

-- lock: access_exclusive
ALTER TABLE public.flats RENAME TO houses;

-- lock: access_exclusive
ALTER TABLE public.changing_names_1 RENAME TO flats;

-- lock: access_exclusive
ALTER TABLE public.flats RENAME COLUMN a TO changing_names_2;

-- lock: access_exclusive
ALTER TABLE public.flats RENAME COLUMN b TO a;

-- lock: access_exclusive
ALTER TABLE public.flats RENAME COLUMN changing_names_2 TO b;

-- lock: access_exclusive
DROP VIEW public.homes;

-- lock: none
CREATE VIEW public.homes AS
SELECT id,
    b
   FROM public.flats;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.flats RENAME TO changing_names_1;

-- lock: access_exclusive
ALTER TABLE public.houses RENAME TO flats;

-- lock: access_exclusive
ALTER TABLE public.changing_names_1 RENAME TO houses;

-- lock: access_exclusive
ALTER TABLE public.houses RENAME COLUMN b TO changing_names_2;

-- lock: access_exclusive
ALTER TABLE public.houses RENAME COLUMN a TO b;

-- lock: access_exclusive
ALTER TABLE public.houses RENAME COLUMN changing_names_2 TO a;

-- lock: access_exclusive
DROP VIEW public.homes;

-- lock: none
CREATE VIEW public.homes AS
SELECT id,
    a
   FROM public.houses;
