-- before to after

-- lock: access_exclusive; hazards: deletes_data
DROP FOREIGN TABLE public.f;

-- lock: none
CREATE FOREIGN TABLE public.f (
  a integer
) SERVER u;

-- lock: none
GRANT SELECT ON TABLE public.f TO scenario_reader;

-- lock: none
COMMENT ON FOREIGN TABLE public.f IS 'far';

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP FOREIGN TABLE public.f;

-- lock: none
CREATE FOREIGN TABLE public.f (
  a integer
) SERVER s;

-- lock: none
GRANT SELECT ON TABLE public.f TO scenario_reader;

-- lock: none
COMMENT ON FOREIGN TABLE public.f IS 'far';
