-- before to after

-- lock: none
CREATE TABLE app.early (
  id integer NOT NULL,
  CONSTRAINT early_pkey PRIMARY KEY (id)
);

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA app REVOKE ALL ON SEQUENCES FROM scenario_reader;

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA app GRANT USAGE ON SEQUENCES TO scenario_reader WITH GRANT OPTION;

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA app REVOKE ALL ON TABLES FROM scenario_reader;

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA app GRANT INSERT, SELECT ON TABLES TO scenario_reader;

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres REVOKE ALL ON FUNCTIONS FROM PUBLIC;

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres REVOKE ALL ON SCHEMAS FROM scenario_reader;

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres GRANT USAGE ON SCHEMAS TO scenario_reader;

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres REVOKE ALL ON TYPES FROM PUBLIC;

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE scenario_owner REVOKE ALL ON FUNCTIONS FROM scenario_writer;

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE scenario_owner GRANT EXECUTE ON FUNCTIONS TO scenario_writer;

-- after to before

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA app REVOKE ALL ON SEQUENCES FROM scenario_reader;

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA app REVOKE ALL ON TABLES FROM scenario_reader;

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres REVOKE ALL ON FUNCTIONS FROM PUBLIC;

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres GRANT ALL ON FUNCTIONS TO PUBLIC;

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres REVOKE ALL ON SCHEMAS FROM scenario_reader;

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres REVOKE ALL ON TYPES FROM PUBLIC;

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres GRANT ALL ON TYPES TO PUBLIC;

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE scenario_owner REVOKE ALL ON FUNCTIONS FROM scenario_writer;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE app.early;
