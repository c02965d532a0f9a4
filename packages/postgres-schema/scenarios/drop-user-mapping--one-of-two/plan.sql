-- before to after

-- lock: none
DROP USER MAPPING FOR scenario_reader SERVER s;

-- after to before

-- lock: none
CREATE USER MAPPING FOR scenario_reader SERVER s;
