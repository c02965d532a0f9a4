-- before to after

-- lock: none
ALTER FOREIGN DATA WRAPPER w OPTIONS (DROP one, SET two '3', ADD three 'it''s');

-- after to before

-- lock: none
ALTER FOREIGN DATA WRAPPER w OPTIONS (DROP two, DROP three, ADD one '1', ADD two '2');
