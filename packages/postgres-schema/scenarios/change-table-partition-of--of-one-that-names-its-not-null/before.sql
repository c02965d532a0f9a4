CREATE TABLE p1 (id integer NOT NULL, c0 text CONSTRAINT p1_filled NOT NULL);
