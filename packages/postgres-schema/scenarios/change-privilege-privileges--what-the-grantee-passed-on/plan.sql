-- before to after

-- lock: none; hazards: changes_access
DO 'DECLARE role_before text := pg_catalog.current_setting(''role''); BEGIN SET LOCAL ROLE scenario_reader; REVOKE EXECUTE ON FUNCTION sales.one() FROM scenario_writer; PERFORM pg_catalog.set_config(''role'', role_before, true); END';

-- lock: none; hazards: changes_access
REVOKE EXECUTE ON FUNCTION sales.one() FROM scenario_reader;

-- lock: none; hazards: changes_access
DO 'DECLARE role_before text := pg_catalog.current_setting(''role''); BEGIN SET LOCAL ROLE scenario_writer; REVOKE SELECT (id) ON TABLE sales.people FROM scenario_owner; PERFORM pg_catalog.set_config(''role'', role_before, true); END';

-- lock: none; hazards: changes_access
DO 'DECLARE role_before text := pg_catalog.current_setting(''role''); BEGIN SET LOCAL ROLE scenario_reader; REVOKE SELECT, UPDATE (name) ON TABLE sales.people FROM scenario_writer; PERFORM pg_catalog.set_config(''role'', role_before, true); END';

-- lock: none; hazards: changes_access
REVOKE SELECT ON TABLE sales.people FROM scenario_reader;

-- lock: none; hazards: changes_access
GRANT SELECT ON TABLE sales.people TO scenario_reader;

-- lock: none; hazards: changes_access
DO 'DECLARE role_before text := pg_catalog.current_setting(''role''); BEGIN SET LOCAL ROLE scenario_reader; GRANT UPDATE (name) ON TABLE sales.people TO scenario_writer; PERFORM pg_catalog.set_config(''role'', role_before, true); END';

-- after to before

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION sales.one() TO scenario_reader WITH GRANT OPTION;

-- lock: none; hazards: changes_access
DO 'DECLARE role_before text := pg_catalog.current_setting(''role''); BEGIN SET LOCAL ROLE scenario_reader; GRANT EXECUTE ON FUNCTION sales.one() TO scenario_writer; PERFORM pg_catalog.set_config(''role'', role_before, true); END';

-- lock: none; hazards: changes_access
REVOKE SELECT ON TABLE sales.people FROM scenario_reader;

-- lock: none; hazards: changes_access
GRANT SELECT ON TABLE sales.people TO scenario_reader WITH GRANT OPTION;

-- lock: none; hazards: changes_access
DO 'DECLARE role_before text := pg_catalog.current_setting(''role''); BEGIN SET LOCAL ROLE scenario_reader; GRANT SELECT ON TABLE sales.people TO scenario_writer WITH GRANT OPTION; PERFORM pg_catalog.set_config(''role'', role_before, true); END';

-- lock: none; hazards: changes_access
DO 'DECLARE role_before text := pg_catalog.current_setting(''role''); BEGIN SET LOCAL ROLE scenario_writer; GRANT SELECT (id) ON TABLE sales.people TO scenario_owner; PERFORM pg_catalog.set_config(''role'', role_before, true); END';
