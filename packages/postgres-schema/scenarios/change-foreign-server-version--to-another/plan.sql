-- before to after

-- lock: none
ALTER SERVER s VERSION 'it''s 2';

-- after to before

-- lock: none
ALTER SERVER s VERSION '1';
