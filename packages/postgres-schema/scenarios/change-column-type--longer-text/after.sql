CREATE TABLE people (name varchar(100) NOT NULL);
