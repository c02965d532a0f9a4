CREATE TABLE people (id integer CONSTRAINT "has an id" NOT NULL PRIMARY KEY, mail text CONSTRAINT has_mail NOT NULL,
  phone text CONSTRAINT has_phone NOT NULL NO INHERIT, age integer CONSTRAINT has_age NOT NULL, town text DEFAULT '' CONSTRAINT has_town NOT NULL);
COMMENT ON CONSTRAINT has_mail ON people IS 'it''s how we reach them';
CREATE TABLE teams (id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT has_id NOT NULL, name text CONSTRAINT has_name NOT NULL NO INHERIT);
COMMENT ON CONSTRAINT has_name ON teams IS 'as on the door';
