-- before to after

-- lock: none; hazards: changes_access
DO 'DECLARE role_before text := pg_catalog.current_setting(''role''); BEGIN SET LOCAL ROLE scenario_reader; REVOKE INSERT, SELECT (name) ON TABLE public.people FROM scenario_writer; PERFORM pg_catalog.set_config(''role'', role_before, true); END';

-- lock: none; hazards: changes_access
REVOKE SELECT ON TABLE public.people FROM scenario_reader;

-- lock: none; hazards: changes_access
GRANT SELECT (name) ON TABLE public.people TO scenario_reader WITH GRANT OPTION;

-- lock: none; hazards: changes_access
DO 'DECLARE role_before text := pg_catalog.current_setting(''role''); BEGIN SET LOCAL ROLE scenario_reader; GRANT INSERT, SELECT (name) ON TABLE public.people TO scenario_writer; PERFORM pg_catalog.set_config(''role'', role_before, true); END';

-- after to before

-- lock: none; hazards: changes_access
GRANT SELECT ON TABLE public.people TO scenario_reader;
