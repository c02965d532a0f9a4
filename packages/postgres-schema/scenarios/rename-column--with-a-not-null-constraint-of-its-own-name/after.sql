CREATE TABLE people (id integer NOT NULL, email text CONSTRAINT has_mail NOT NULL, years integer CONSTRAINT has_age NOT NULL);
COMMENT ON CONSTRAINT has_mail ON people IS 'x';
