-- before to after

-- lock: none
DROP CONVERSION public.one;

-- after to before

-- lock: none
CREATE CONVERSION public.one FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
