-- before to after

-- lock: none; hazards: changes_access
REVOKE INSERT, SELECT ON TABLE public.notes FROM scenario_reader;

-- lock: none; hazards: changes_access
GRANT UPDATE, SELECT (title) ON TABLE public.notes TO scenario_reader;

-- lock: none; hazards: changes_access
REVOKE SELECT ON TABLE public.notes FROM scenario_writer;

-- lock: none; hazards: changes_access
GRANT SELECT (id) ON TABLE public.notes TO scenario_writer;

-- after to before

-- lock: none; hazards: changes_access
REVOKE UPDATE ON TABLE public.notes FROM scenario_reader;

-- lock: none; hazards: changes_access
GRANT INSERT, SELECT, UPDATE (body, title) ON TABLE public.notes TO scenario_reader;

-- lock: none; hazards: changes_access
GRANT SELECT ON TABLE public.notes TO scenario_writer;
