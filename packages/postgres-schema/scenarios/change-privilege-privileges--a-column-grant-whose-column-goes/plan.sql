-- before to after

-- lock: none; hazards: changes_access
REVOKE SELECT (name, phone) ON TABLE public.people FROM scenario_reader;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.people DROP COLUMN phone;

-- lock: none; hazards: changes_access
GRANT SELECT (name) ON TABLE public.people TO scenario_reader;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.people ADD COLUMN phone text;

-- lock: none; hazards: changes_access
GRANT SELECT (phone) ON TABLE public.people TO scenario_reader;
