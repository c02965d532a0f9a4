CREATE TABLE people (id integer PRIMARY KEY, rank double precision NOT NULL DEFAULT random());
