-- before to after

-- lock: none
CREATE USER MAPPING FOR PUBLIC SERVER s;

-- lock: none
CREATE USER MAPPING FOR scenario_reader SERVER s OPTIONS (name 'it''s', password '\');

-- after to before

-- lock: none
DROP USER MAPPING FOR PUBLIC SERVER s;

-- lock: none
DROP USER MAPPING FOR scenario_reader SERVER s;
