CREATE TABLE people (id integer, mail text);
ALTER TABLE people ADD CONSTRAINT has_mail NOT NULL mail NOT VALID;
COMMENT ON CONSTRAINT has_mail ON people IS 'x';
