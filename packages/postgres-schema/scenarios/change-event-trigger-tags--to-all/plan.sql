-- before to after

-- lock: none
DROP EVENT TRIGGER note_ddl;

-- lock: none
CREATE EVENT TRIGGER note_ddl ON ddl_command_end EXECUTE FUNCTION public.noted();

-- after to before

-- lock: none
DROP EVENT TRIGGER note_ddl;

-- lock: none
CREATE EVENT TRIGGER note_ddl ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION public.noted();
