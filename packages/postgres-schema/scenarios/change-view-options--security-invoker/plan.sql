-- before to after

-- lock: access_exclusive
DROP VIEW public.shown;

-- lock: none
CREATE VIEW public.shown WITH (security_invoker=true) AS
SELECT id
   FROM public.notes;

-- lock: none; hazards: changes_access
GRANT SELECT ON TABLE public.shown TO scenario_reader;

-- after to before

-- lock: access_exclusive
DROP VIEW public.shown;

-- lock: none
CREATE VIEW public.shown AS
SELECT id
   FROM public.notes;

-- lock: none; hazards: changes_access
GRANT SELECT ON TABLE public.shown TO scenario_reader;
