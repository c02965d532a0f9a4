CREATE TABLE people (id integer CONSTRAINT is_known NOT NULL, mail text NOT NULL);
CREATE TABLE staff (id integer CONSTRAINT is_known NOT NULL, mail text NOT NULL) INHERITS (people);
