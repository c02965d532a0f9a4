CREATE TABLE people (id integer, mail text, town text, age integer, note text);
CREATE TABLE staff (CONSTRAINT has_id NOT NULL id, CONSTRAINT has_town NOT NULL town) INHERITS (people);
ALTER TABLE staff ADD CONSTRAINT has_mail NOT NULL mail NOT VALID;
ALTER TABLE staff ADD CONSTRAINT has_age NOT NULL age, ALTER age SET DEFAULT 1;
COMMENT ON CONSTRAINT has_id ON staff IS 'x';
COMMENT ON CONSTRAINT has_mail ON staff IS 'y';
CREATE TABLE guests (CONSTRAINT has_id NOT NULL id) INHERITS (people);
ALTER TABLE guests ADD NOT NULL note NOT VALID;
