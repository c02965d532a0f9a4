-- before to after

-- lock: none
CREATE FOREIGN DATA WRAPPER w VALIDATOR postgresql_fdw_validator;

-- lock: none
CREATE FOREIGN DATA WRAPPER x OPTIONS (one 'it''s', "Two 2" '\');

-- lock: none; hazards: changes_access
GRANT USAGE ON FOREIGN DATA WRAPPER w TO scenario_reader;

-- lock: none
COMMENT ON FOREIGN DATA WRAPPER w IS 'far';

-- after to before

-- lock: none
DROP FOREIGN DATA WRAPPER w;

-- lock: none
DROP FOREIGN DATA WRAPPER x;
