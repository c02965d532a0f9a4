-- before to after

-- lock: none
CREATE CONVERSION public.old_text FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

-- lock: none
COMMENT ON CONVERSION public.old_text IS 'from before';

-- after to before

-- lock: none
DROP CONVERSION public.old_text;
