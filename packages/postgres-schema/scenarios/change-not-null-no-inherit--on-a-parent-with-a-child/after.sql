CREATE TABLE people (id integer, mail text CONSTRAINT has_mail NOT NULL);
CREATE TABLE staff () INHERITS (people);
