CREATE TABLE people (id integer PRIMARY KEY, email varchar(80) NOT NULL, CONSTRAINT has_at CHECK (email LIKE '%@%'));
CREATE UNIQUE INDEX people_email ON people (lower(email));
