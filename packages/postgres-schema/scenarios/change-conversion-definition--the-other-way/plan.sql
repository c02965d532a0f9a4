-- before to after

-- lock: none
DROP CONVERSION public.one;

-- lock: none
CREATE CONVERSION public.one FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;

-- lock: none
COMMENT ON CONVERSION public.one IS 'kept';

-- after to before

-- lock: none
DROP CONVERSION public.one;

-- lock: none
CREATE CONVERSION public.one FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

-- lock: none
COMMENT ON CONVERSION public.one IS 'kept';
