-- before to after

-- lock: none
DROP SERVER s;

-- lock: none
DROP FOREIGN DATA WRAPPER w;

-- after to before

-- lock: none
CREATE FOREIGN DATA WRAPPER w;

-- lock: none
CREATE SERVER s FOREIGN DATA WRAPPER w;
