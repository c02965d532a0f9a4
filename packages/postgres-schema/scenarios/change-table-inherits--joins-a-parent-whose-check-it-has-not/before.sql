CREATE TABLE base (id integer, CONSTRAINT positive CHECK (id > 0));
CREATE TABLE child (id integer, name text);
