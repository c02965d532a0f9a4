-- before to after

-- lock: none
ALTER SERVER s OPTIONS (DROP one, SET two '3', ADD three 'it''s');

-- after to before

-- lock: none
ALTER SERVER s OPTIONS (DROP two, DROP three, ADD one '1', ADD two '2');
