CREATE DOMAIN required_name AS text;
CREATE DOMAIN optional_name AS text NOT NULL;
CREATE TABLE people (id integer PRIMARY KEY, first required_name, last optional_name);
