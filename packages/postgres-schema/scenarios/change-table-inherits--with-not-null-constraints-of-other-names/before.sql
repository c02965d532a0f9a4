CREATE TABLE people (id integer CONSTRAINT is_known NOT NULL, mail text NOT NULL);
CREATE TABLE staff (id integer CONSTRAINT has_id NOT NULL, mail text CONSTRAINT has_mail NOT NULL);
