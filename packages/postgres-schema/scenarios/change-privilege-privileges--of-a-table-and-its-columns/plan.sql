-- before to after

-- lock: none; hazards: changes_access
REVOKE INSERT, UPDATE (name) ON TABLE public.people FROM scenario_reader;

-- lock: none; hazards: changes_access
GRANT DELETE, UPDATE (phone) ON TABLE public.people TO scenario_reader;

-- after to before

-- lock: none; hazards: changes_access
REVOKE DELETE, UPDATE (phone) ON TABLE public.people FROM scenario_reader;

-- lock: none; hazards: changes_access
GRANT INSERT, UPDATE (name) ON TABLE public.people TO scenario_reader;
