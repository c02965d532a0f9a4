CREATE TABLE people (id integer PRIMARY KEY, mail text NOT NULL);
ALTER TABLE people RENAME mail TO address;
