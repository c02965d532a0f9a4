CREATE TABLE people (id integer, mail text);
