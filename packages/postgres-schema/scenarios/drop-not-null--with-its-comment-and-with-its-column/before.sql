CREATE TABLE people (id integer, mail text CONSTRAINT has_mail NOT NULL, town text CONSTRAINT has_town NOT NULL);
COMMENT ON CONSTRAINT has_mail ON people IS 'x';
COMMENT ON CONSTRAINT has_town ON people IS 'y';
