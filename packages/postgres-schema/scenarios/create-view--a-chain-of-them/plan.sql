-- before to after

-- lock: none
CREATE VIEW public.z_named AS
SELECT id,
    name
   FROM public.people
  WHERE (name IS NOT NULL);

-- lock: none
CREATE VIEW public.m_counted AS
SELECT count(*) AS n
   FROM public.z_named;

-- lock: none
CREATE VIEW public.a_top AS
SELECT n,
    ( SELECT min(z_named.id) AS min
           FROM public.z_named) AS first
   FROM public.m_counted;

-- after to before

-- lock: access_exclusive
DROP VIEW public.a_top;

-- lock: access_exclusive
DROP VIEW public.m_counted;

-- lock: access_exclusive
DROP VIEW public.z_named;
