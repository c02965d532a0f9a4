CREATE TABLE people (id integer PRIMARY KEY, mail text CONSTRAINT people_mail UNIQUE);
