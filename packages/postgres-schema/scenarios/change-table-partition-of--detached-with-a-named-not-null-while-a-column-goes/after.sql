CREATE TABLE p1 (id integer NOT NULL, c0 text NOT NULL);
