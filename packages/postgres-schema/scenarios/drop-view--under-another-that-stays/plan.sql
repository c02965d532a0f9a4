-- before to after

-- lock: access_exclusive
DROP VIEW public.outer_view;

-- lock: access_exclusive
DROP VIEW public.inner_view;

-- lock: none
CREATE VIEW public.outer_view AS
SELECT id
   FROM public.people;

-- lock: none; hazards: changes_access
GRANT SELECT ON TABLE public.outer_view TO scenario_reader;

-- lock: share_update_exclusive
COMMENT ON VIEW public.outer_view IS 'kept';

-- after to before

-- lock: access_exclusive
DROP VIEW public.outer_view;

-- lock: none
CREATE VIEW public.inner_view AS
SELECT id
   FROM public.people;

-- lock: none
CREATE VIEW public.outer_view AS
SELECT id
   FROM public.inner_view;

-- lock: none; hazards: changes_access
GRANT SELECT ON TABLE public.outer_view TO scenario_reader;

-- lock: share_update_exclusive
COMMENT ON VIEW public.outer_view IS 'kept';
