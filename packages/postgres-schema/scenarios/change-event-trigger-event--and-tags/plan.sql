-- before to after

-- lock: none
DROP EVENT TRIGGER note_ddl;

-- lock: none
CREATE EVENT TRIGGER note_ddl ON ddl_command_start WHEN TAG IN ('DROP TABLE') EXECUTE FUNCTION public.noted();

-- lock: none
COMMENT ON EVENT TRIGGER note_ddl IS 'notes';

-- after to before

-- lock: none
DROP EVENT TRIGGER note_ddl;

-- lock: none
CREATE EVENT TRIGGER note_ddl ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION public.noted();

-- lock: none
COMMENT ON EVENT TRIGGER note_ddl IS 'notes';
