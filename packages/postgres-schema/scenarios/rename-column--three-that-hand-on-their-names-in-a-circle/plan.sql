-- before to after

-- lock: access_exclusive
ALTER TABLE public.points RENAME COLUMN x TO changing_names_1;

-- lock: access_exclusive
ALTER TABLE public.points RENAME COLUMN z TO x;

-- lock: access_exclusive
ALTER TABLE public.points RENAME COLUMN y TO z;

-- lock: access_exclusive
ALTER TABLE public.points RENAME COLUMN changing_names_1 TO y;

-- lock: access_exclusive
DROP VIEW public.seen;

-- lock: none
CREATE VIEW public.seen AS
SELECT x,
    y,
    z
   FROM public.points;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.points RENAME COLUMN y TO changing_names_1;

-- lock: access_exclusive
ALTER TABLE public.points RENAME COLUMN z TO y;

-- lock: access_exclusive
ALTER TABLE public.points RENAME COLUMN x TO z;

-- lock: access_exclusive
ALTER TABLE public.points RENAME COLUMN changing_names_1 TO x;

-- lock: access_exclusive
DROP VIEW public.seen;

-- lock: none
CREATE VIEW public.seen AS
SELECT x,
    y,
    z
   FROM public.points;
