-- before to after

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA app REVOKE ALL ON TABLES FROM scenario_reader;

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres REVOKE ALL ON FUNCTIONS FROM PUBLIC;

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres GRANT ALL ON FUNCTIONS TO PUBLIC;

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres REVOKE ALL ON TYPES FROM PUBLIC;

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres GRANT ALL ON TYPES TO PUBLIC;

-- lock: none
CREATE TYPE app.mood AS ENUM ('a');

-- lock: none
REVOKE ALL ON TYPE app.mood FROM PUBLIC, scenario_reader;

-- lock: none
CREATE OR REPLACE FUNCTION app.act()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- lock: none
REVOKE ALL ON FUNCTION app.act() FROM PUBLIC, PUBLIC, scenario_reader;

-- lock: none
CREATE TABLE app.people (
  id integer NOT NULL,
  CONSTRAINT people_pkey PRIMARY KEY (id)
);

-- lock: none
REVOKE ALL ON TABLE app.people FROM PUBLIC, scenario_reader;

-- lock: none; hazards: changes_access
GRANT USAGE ON TYPE app.mood TO PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION app.act() TO PUBLIC;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE app.people;

-- lock: none
DROP FUNCTION app.act();

-- lock: none
DROP TYPE app.mood;

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA app REVOKE ALL ON TABLES FROM scenario_reader;

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA app GRANT SELECT ON TABLES TO scenario_reader;

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres REVOKE ALL ON FUNCTIONS FROM PUBLIC;

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres REVOKE ALL ON TYPES FROM PUBLIC;
