CREATE TABLE one (id integer NOT NULL);
CREATE TABLE two (id integer NOT NULL);
CREATE TABLE child (id integer NOT NULL, extra text) INHERITS (one);
