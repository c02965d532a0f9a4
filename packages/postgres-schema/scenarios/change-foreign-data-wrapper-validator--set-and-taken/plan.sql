-- before to after

-- lock: none
ALTER FOREIGN DATA WRAPPER w VALIDATOR postgresql_fdw_validator;

-- lock: none
ALTER FOREIGN DATA WRAPPER x NO VALIDATOR;

-- after to before

-- lock: none
ALTER FOREIGN DATA WRAPPER w NO VALIDATOR;

-- lock: none
ALTER FOREIGN DATA WRAPPER x VALIDATOR postgresql_fdw_validator;
