-- before to after

-- lock: none
DROP USER MAPPING FOR PUBLIC SERVER s;

-- lock: none
DROP SERVER s;

-- lock: none
CREATE SERVER s TYPE 'two' FOREIGN DATA WRAPPER w;

-- lock: none
CREATE USER MAPPING FOR PUBLIC SERVER s OPTIONS (name 'x');

-- after to before

-- lock: none
DROP USER MAPPING FOR PUBLIC SERVER s;

-- lock: none
DROP SERVER s;

-- lock: none
CREATE SERVER s TYPE 'one' FOREIGN DATA WRAPPER w;

-- lock: none
CREATE USER MAPPING FOR PUBLIC SERVER s OPTIONS (name 'x');
