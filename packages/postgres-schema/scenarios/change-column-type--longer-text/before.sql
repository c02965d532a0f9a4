CREATE TABLE people (name varchar(20) NOT NULL);
