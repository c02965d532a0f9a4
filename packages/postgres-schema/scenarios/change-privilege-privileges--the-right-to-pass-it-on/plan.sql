-- before to after

-- lock: none; hazards: changes_access
REVOKE SELECT ON TABLE public.people FROM scenario_reader;

-- lock: none; hazards: changes_access
GRANT SELECT ON TABLE public.people TO scenario_reader WITH GRANT OPTION;

-- lock: none; hazards: changes_access
REVOKE INSERT ON TABLE public.people FROM scenario_writer;

-- lock: none; hazards: changes_access
GRANT INSERT ON TABLE public.people TO scenario_writer;

-- after to before

-- lock: none; hazards: changes_access
REVOKE SELECT ON TABLE public.people FROM scenario_reader;

-- lock: none; hazards: changes_access
GRANT SELECT ON TABLE public.people TO scenario_reader;

-- lock: none; hazards: changes_access
REVOKE INSERT ON TABLE public.people FROM scenario_writer;

-- lock: none; hazards: changes_access
GRANT INSERT ON TABLE public.people TO scenario_writer WITH GRANT OPTION;
