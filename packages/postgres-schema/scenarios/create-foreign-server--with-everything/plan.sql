-- before to after

-- lock: none
CREATE SERVER s TYPE 'a ''type''' VERSION '1' FOREIGN DATA WRAPPER w OPTIONS (host 'it''s', port '1');

-- lock: none; hazards: changes_access
GRANT USAGE ON FOREIGN SERVER s TO scenario_reader;

-- lock: none
COMMENT ON SERVER s IS 'there';

-- after to before

-- lock: none
DROP SERVER s;
