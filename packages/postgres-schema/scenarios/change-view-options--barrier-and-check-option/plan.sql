-- before to after

-- lock: access_exclusive
DROP VIEW public.hidden;

-- lock: access_exclusive
DROP VIEW public.shown;

-- lock: none
CREATE VIEW public.hidden AS
SELECT id
   FROM public.people;

-- lock: none
CREATE VIEW public.shown WITH (check_option=cascaded, security_barrier=true) AS
SELECT id,
    name
   FROM public.people
  WHERE (id > 0);

-- lock: none; hazards: changes_access
GRANT SELECT ON TABLE public.shown TO scenario_reader;

-- after to before

-- lock: access_exclusive
DROP VIEW public.hidden;

-- lock: access_exclusive
DROP VIEW public.shown;

-- lock: none
CREATE VIEW public.hidden WITH (security_barrier=true) AS
SELECT id
   FROM public.people;

-- lock: none
CREATE VIEW public.shown AS
SELECT id,
    name
   FROM public.people
  WHERE (id > 0);

-- lock: none; hazards: changes_access
GRANT SELECT ON TABLE public.shown TO scenario_reader;
