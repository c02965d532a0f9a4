-- before to after

-- lock: none
ALTER EVENT TRIGGER note_ddl DISABLE;

-- after to before

-- lock: none
ALTER EVENT TRIGGER note_ddl ENABLE;
