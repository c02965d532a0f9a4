-- before to after

-- lock: access_exclusive
DROP VIEW public.counted;

-- lock: access_exclusive
DROP VIEW public.shown;

-- lock: none
CREATE VIEW public.shown AS
SELECT id,
    name
   FROM public.people
  WHERE (id > 10);

-- lock: none
CREATE VIEW public.counted AS
SELECT count(*) AS n
   FROM public.shown;

-- after to before

-- lock: access_exclusive
DROP VIEW public.counted;

-- lock: access_exclusive
DROP VIEW public.shown;

-- lock: none
CREATE VIEW public.shown AS
SELECT id,
    name
   FROM public.people
  WHERE (id > 0);

-- lock: none
CREATE VIEW public.counted AS
SELECT count(*) AS n
   FROM public.shown;
