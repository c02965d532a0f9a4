CREATE TABLE people (id integer, mail text, town text);
ALTER TABLE people ADD CONSTRAINT has_mail NOT NULL mail NOT VALID;
ALTER TABLE people ADD CONSTRAINT people_town_not_null NOT NULL town NOT VALID;
CREATE TABLE teams (name text);
ALTER TABLE teams ADD CONSTRAINT has_name NOT NULL name NOT VALID;
COMMENT ON CONSTRAINT has_name ON teams IS 'later';
