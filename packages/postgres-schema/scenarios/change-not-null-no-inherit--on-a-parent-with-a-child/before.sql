CREATE TABLE people (id integer, mail text CONSTRAINT has_mail NOT NULL NO INHERIT);
CREATE TABLE staff () INHERITS (people);
