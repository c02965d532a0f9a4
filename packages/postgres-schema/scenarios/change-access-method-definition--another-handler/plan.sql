-- before to after

-- lock: none
DROP ACCESS METHOD tree;

-- lock: none
CREATE ACCESS METHOD tree TYPE INDEX HANDLER hashhandler;

-- after to before

-- lock: none
DROP ACCESS METHOD tree;

-- lock: none
CREATE ACCESS METHOD tree TYPE INDEX HANDLER bthandler;
