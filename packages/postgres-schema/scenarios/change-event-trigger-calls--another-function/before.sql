CREATE FUNCTION noted() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER note_ddl ON ddl_command_end EXECUTE FUNCTION noted();
