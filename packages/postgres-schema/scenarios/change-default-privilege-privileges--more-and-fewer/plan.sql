-- before to after

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA app REVOKE INSERT ON TABLES FROM scenario_reader;

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA app GRANT UPDATE ON TABLES TO scenario_reader;

-- after to before

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA app REVOKE UPDATE ON TABLES FROM scenario_reader;

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA app GRANT INSERT ON TABLES TO scenario_reader;
