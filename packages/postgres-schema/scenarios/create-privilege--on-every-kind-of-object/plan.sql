-- before to after

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION app.total(integer) TO scenario_reader;

-- lock: none; hazards: changes_access
GRANT USAGE ON TYPE app.name TO scenario_reader WITH GRANT OPTION;

-- lock: none; hazards: changes_access
GRANT USAGE ON TYPE app.mood TO scenario_reader;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION app.act() TO scenario_reader;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON PROCEDURE app.run() TO scenario_reader;

-- lock: none; hazards: changes_access
GRANT SELECT ON TABLE app.kept TO PUBLIC;

-- lock: none; hazards: changes_access
GRANT CREATE, USAGE ON SCHEMA app TO scenario_reader;

-- lock: none; hazards: changes_access
GRANT SELECT, UPDATE, USAGE ON SEQUENCE app.numbers TO scenario_writer;

-- lock: none; hazards: changes_access
GRANT SELECT (id, name), UPDATE (name) ON TABLE app.people TO scenario_reader;

-- lock: none; hazards: changes_access
GRANT DELETE, INSERT, REFERENCES, TRIGGER, TRUNCATE ON TABLE app.people TO scenario_writer;

-- lock: none; hazards: changes_access
GRANT SELECT ON TABLE app.people TO scenario_writer WITH GRANT OPTION;

-- lock: none; hazards: changes_access
GRANT SELECT ON TABLE app.shown TO PUBLIC;

-- after to before

-- lock: none; hazards: changes_access
REVOKE EXECUTE ON FUNCTION app.total(integer) FROM scenario_reader;

-- lock: none; hazards: changes_access
REVOKE USAGE ON TYPE app.name FROM scenario_reader;

-- lock: none; hazards: changes_access
REVOKE USAGE ON TYPE app.mood FROM scenario_reader;

-- lock: none; hazards: changes_access
REVOKE EXECUTE ON FUNCTION app.act() FROM scenario_reader;

-- lock: none; hazards: changes_access
REVOKE EXECUTE ON PROCEDURE app.run() FROM scenario_reader;

-- lock: none; hazards: changes_access
REVOKE SELECT ON TABLE app.kept FROM PUBLIC;

-- lock: none; hazards: changes_access
REVOKE CREATE, USAGE ON SCHEMA app FROM scenario_reader;

-- lock: none; hazards: changes_access
REVOKE SELECT, UPDATE, USAGE ON SEQUENCE app.numbers FROM scenario_writer;

-- lock: none; hazards: changes_access
REVOKE SELECT (id, name), UPDATE (name) ON TABLE app.people FROM scenario_reader;

-- lock: none; hazards: changes_access
REVOKE DELETE, INSERT, REFERENCES, SELECT, TRIGGER, TRUNCATE ON TABLE app.people FROM scenario_writer;

-- lock: none; hazards: changes_access
REVOKE SELECT ON TABLE app.shown FROM PUBLIC;
